import type { ModelFormat, PrintAnalysis } from '#libs/contracts';

type Box = NonNullable<PrintAnalysis['boundingBox']>;
type Point = Box['min'];

/** A 3D model that has not been sliced. */
export interface ModelShape {
  readonly format: ModelFormat;
  readonly triangles: number;
  /** Millimetres, where the model was drawn; null when it has no size of its own. */
  readonly boundingBox: Box | null;
  /** False when the surface has holes, or parts of it are turned inside out. */
  readonly isClosed: boolean;
}

const microns = (millimetres: number) => Math.round(millimetres * 1000) / 1000;

/** The smallest box around a number of points. */
export class PointBox {
  private readonly low = { x: Infinity, y: Infinity, z: Infinity };
  private readonly high = { x: -Infinity, y: -Infinity, z: -Infinity };

  add({ x, y, z }: Point): void {
    const { low, high } = this;
    if (x < low.x) low.x = x;
    if (y < low.y) low.y = y;
    if (z < low.z) low.z = z;
    if (x > high.x) high.x = x;
    if (y > high.y) high.y = y;
    if (z > high.z) high.z = z;
  }

  get isEmpty(): boolean {
    return this.high.x < this.low.x;
  }

  get corners(): Point[] {
    const { low, high } = this;
    return [low.x, high.x].flatMap((x) => [low.y, high.y].flatMap((y) => [low.z, high.z].map((z) => ({ x, y, z }))));
  }

  /** Rounded to microns; null when nothing was added. */
  get box(): Box | null {
    const rounded = ({ x, y, z }: Point) => ({ x: microns(x), y: microns(y), z: microns(z) });
    return this.isEmpty ? null : { min: rounded(this.low), max: rounded(this.high) };
  }
}
