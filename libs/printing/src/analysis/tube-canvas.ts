import { PNG } from 'pngjs';

/** Drawn larger and averaged down: smooth edges without any other work. */
export const oversampling = 2;

export interface Tube {
  readonly fromX: number;
  readonly fromY: number;
  readonly fromNear: number;
  readonly toX: number;
  readonly toY: number;
  readonly toNear: number;
  readonly radius: number;
  /** Light on the edge to the left of the tube's direction on the screen (negative: on the right) … */
  readonly lightAcross: number;
  /** … and on its ridge that faces the camera. */
  readonly lightFacing: number;
  /** 0 at the bottom of the picture's thing, 1 at its top. */
  readonly height: number;
}

const ambient = 0.34;
const diffuse = 0.78;
const bottomColour = [22, 84, 128] as const;
const topColour = [94, 214, 196] as const;
/** How far behind its neighbour a pixel must lie to get a contour, in tube radii. */
const contourRadii = 5;
const contourShade = 0.62;

/** A square picture of lit tubes with a depth buffer. Its memory depends on the picture's size alone. */
export class TubeCanvas {
  private readonly side: number;
  private readonly near: Float32Array;
  private readonly light: Float32Array;
  private readonly height: Float32Array;
  private radius = 1;

  constructor(private readonly sidePixels: number) {
    this.side = sidePixels * oversampling;
    this.near = new Float32Array(this.side * this.side).fill(-Infinity);
    this.light = new Float32Array(this.side * this.side);
    this.height = new Float32Array(this.side * this.side);
  }

  draw(tube: Tube): void {
    this.radius = tube.radius;
    const dx = tube.toX - tube.fromX;
    const dy = tube.toY - tube.fromY;
    const length = Math.hypot(dx, dy);
    // Rounded ends, roughly: without them corners have gaps.
    const overlap = length === 0 ? 0 : Math.min((tube.radius * 0.6) / length, 1000);
    if (Math.abs(dx) >= Math.abs(dy)) this.drawFlat(tube, length, overlap);
    else this.drawSteep(tube, length, overlap);
  }

  private drawFlat(tube: Tube, length: number, overlap: number): void {
    const dx = tube.toX - tube.fromX;
    const half = dx === 0 ? tube.radius : (tube.radius * length) / Math.abs(dx);
    const spare = Math.abs(dx) * overlap;
    const first = Math.max(0, Math.round(Math.min(tube.fromX, tube.toX) - spare));
    const last = Math.min(this.side - 1, Math.round(Math.max(tube.fromX, tube.toX) + spare));
    const turned = dx < 0 ? 1 : -1;
    for (let x = first; x <= last; x++) {
      const along = dx === 0 ? 0 : (x - tube.fromX) / dx;
      const centre = tube.fromY + (tube.toY - tube.fromY) * along;
      const end = Math.min(this.side - 1, Math.round(centre + half));
      for (let y = Math.max(0, Math.round(centre - half)); y <= end; y++) {
        this.put(y * this.side + x, tube, along, (turned * (y - centre)) / half);
      }
    }
  }

  private drawSteep(tube: Tube, length: number, overlap: number): void {
    const dy = tube.toY - tube.fromY;
    const half = (tube.radius * length) / Math.abs(dy);
    const spare = Math.abs(dy) * overlap;
    const first = Math.max(0, Math.round(Math.min(tube.fromY, tube.toY) - spare));
    const last = Math.min(this.side - 1, Math.round(Math.max(tube.fromY, tube.toY) + spare));
    const turned = dy > 0 ? 1 : -1;
    for (let y = first; y <= last; y++) {
      const along = (y - tube.fromY) / dy;
      const centre = tube.fromX + (tube.toX - tube.fromX) * along;
      const end = Math.min(this.side - 1, Math.round(centre + half));
      for (let x = Math.max(0, Math.round(centre - half)); x <= end; x++) {
        this.put(y * this.side + x, tube, along, (turned * (x - centre)) / half);
      }
    }
  }

  /** @param across -1 … 1 from edge to edge */
  private put(index: number, tube: Tube, along: number, across: number): void {
    const bulge = Math.sqrt(Math.max(0, 1 - across * across));
    const near = tube.fromNear + (tube.toNear - tube.fromNear) * along + bulge * tube.radius;
    if (near <= (this.near[index] ?? Infinity)) return;
    this.near[index] = near;
    this.light[index] = Math.max(0, across * tube.lightAcross + bulge * tube.lightFacing);
    this.height[index] = tube.height;
  }

  /** The picture on a transparent background. */
  toPng(): PNG {
    const png = new PNG({ width: this.sidePixels, height: this.sidePixels });
    for (let y = 0; y < this.sidePixels; y++) {
      for (let x = 0; x < this.sidePixels; x++) this.average(x, y, png.data);
    }
    return png;
  }

  private average(x: number, y: number, data: Buffer): void {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < oversampling * oversampling; sample++) {
      const column = x * oversampling + (sample % oversampling);
      const row = y * oversampling + Math.floor(sample / oversampling);
      const index = row * this.side + column;
      if (this.near[index] === -Infinity) continue;
      covered++;
      const shade = this.shadeAt(index, column);
      const height = this.height[index] ?? 0;
      for (const [channel, bottom] of bottomColour.entries()) {
        const top = topColour[channel] ?? 0;
        sum[channel] = (sum[channel] ?? 0) + (bottom + (top - bottom) * height) * shade;
      }
    }
    if (covered === 0) return;
    const target = (y * this.sidePixels + x) * 4;
    for (const [channel, total] of sum.entries()) data[target + channel] = Math.min(255, Math.round(total / covered));
    data[target + 3] = Math.round((255 * covered) / (oversampling * oversampling));
  }

  private shadeAt(index: number, column: number): number {
    const shade = ambient + diffuse * (this.light[index] ?? 0);
    return this.isContour(index, column) ? shade * contourShade : shade;
  }

  /** True beside something much nearer, or at the edge of nothing. */
  private isContour(index: number, column: number): boolean {
    const near = this.near[index] ?? -Infinity;
    const step = contourRadii * this.radius;
    const left = column > 0 ? (this.near[index - 1] ?? -Infinity) : -Infinity;
    const rightOf = column < this.side - 1 ? (this.near[index + 1] ?? -Infinity) : -Infinity;
    const above = this.near[index - this.side] ?? -Infinity;
    const below = this.near[index + this.side] ?? -Infinity;
    return Math.min(left, rightOf, above, below) === -Infinity || Math.max(left, rightOf, above, below) > near + step;
  }
}
