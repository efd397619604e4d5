/** Bambu uses tool numbers such as 255 and 1000 for other things than tools. */
export const mostTools = 16;

/** Bits of `Move.known`. */
export const axisBit = { x: 1, y: 2, z: 4 } as const;

/**
 * One straight movement of the nozzle in machine millimetres. One object is reused for all moves: copy what must
 * outlive the call.
 */
export class Move {
  fromX = 0;
  fromY = 0;
  fromZ = 0;
  toX = 0;
  toY = 0;
  toZ = 0;
  /** Millimetres of filament; negative when it is pulled back. */
  extrusion = 0;
  /** Whether material is laid along a line on the plate, as against priming on the spot. */
  lays = false;
  /** Stays until it is told again; before that something a machine would choose. */
  millimetresPerSecond = 25;
  tool = 0;
  /** Axes whose place is certain: after homing or an absolute move. */
  known = 0;
  line = 0;

  /** Moves to a place; to be called before anyone is told of the move. */
  to(x: number, y: number, z: number, extrusion: number): void {
    this.toX = x;
    this.toY = y;
    this.toZ = z;
    this.extrusion = extrusion;
    this.lays = extrusion > 0 && (x !== this.fromX || y !== this.fromY);
  }

  get length(): number {
    const x = this.toX - this.fromX;
    const y = this.toY - this.fromY;
    const z = this.toZ - this.fromZ;
    return Math.sqrt(x * x + y * y + z * z);
  }
}
