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
  millimetresPerSecond = 0;
  tool = 0;
  /** Axes whose place is certain: after homing or an absolute move. */
  known = 0;
  line = 0;

  /** True when material is laid along a line on the plate, as against priming on the spot. */
  get lays(): boolean {
    return this.extrusion > 0 && (this.toX !== this.fromX || this.toY !== this.fromY);
  }

  get length(): number {
    const x = this.toX - this.fromX;
    const y = this.toY - this.fromY;
    const z = this.toZ - this.fromZ;
    return Math.sqrt(x * x + y * y + z * z);
  }
}
