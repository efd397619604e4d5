import { PNG } from 'pngjs';

// Millions of pixels: a look-up of the global for each is what takes the time.
const { abs, hypot, max, min, round, sqrt } = Math;

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

/** How near the empty background is. */
const nothing = -Infinity;

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
    this.near = new Float32Array(this.side * this.side).fill(nothing);
    this.light = new Float32Array(this.side * this.side);
    this.height = new Float32Array(this.side * this.side);
  }

  draw(tube: Tube): void {
    this.radius = tube.radius;
    const dx = tube.toX - tube.fromX;
    const dy = tube.toY - tube.fromY;
    const length = hypot(dx, dy);
    // Rounded ends, roughly: without them corners have gaps.
    const overlap = length === 0 ? 0 : min((tube.radius * 0.6) / length, 1000);
    if (abs(dx) >= abs(dy)) this.drawFlat(tube, length, overlap);
    else this.drawSteep(tube, length, overlap);
  }

  private drawFlat(tube: Tube, length: number, overlap: number): void {
    const dx = tube.toX - tube.fromX;
    const half = dx === 0 ? tube.radius : (tube.radius * length) / abs(dx);
    const spare = abs(dx) * overlap;
    const first = max(0, round(min(tube.fromX, tube.toX) - spare));
    const last = min(this.side - 1, round(max(tube.fromX, tube.toX) + spare));
    const turned = dx < 0 ? 1 : -1;
    for (let x = first; x <= last; x++) {
      const along = dx === 0 ? 0 : (x - tube.fromX) / dx;
      const centre = tube.fromY + (tube.toY - tube.fromY) * along;
      const end = min(this.side - 1, round(centre + half));
      for (let y = max(0, round(centre - half)); y <= end; y++) {
        this.put(y * this.side + x, tube, along, (turned * (y - centre)) / half);
      }
    }
  }

  private drawSteep(tube: Tube, length: number, overlap: number): void {
    const dy = tube.toY - tube.fromY;
    const half = (tube.radius * length) / abs(dy);
    const spare = abs(dy) * overlap;
    const first = max(0, round(min(tube.fromY, tube.toY) - spare));
    const last = min(this.side - 1, round(max(tube.fromY, tube.toY) + spare));
    const turned = dy > 0 ? 1 : -1;
    for (let y = first; y <= last; y++) {
      const along = (y - tube.fromY) / dy;
      const centre = tube.fromX + (tube.toX - tube.fromX) * along;
      const end = min(this.side - 1, round(centre + half));
      for (let x = max(0, round(centre - half)); x <= end; x++) {
        this.put(y * this.side + x, tube, along, (turned * (x - centre)) / half);
      }
    }
  }

  /** @param across -1 … 1 from edge to edge */
  private put(index: number, tube: Tube, along: number, across: number): void {
    const bulge = sqrt(max(0, 1 - across * across));
    const near = tube.fromNear + (tube.toNear - tube.fromNear) * along + bulge * tube.radius;
    if (near <= (this.near[index] ?? nothing)) return;
    this.near[index] = near;
    this.light[index] = max(0, across * tube.lightAcross + bulge * tube.lightFacing);
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
    let shade = 0;
    let shadedHeight = 0;
    let covered = 0;
    for (let row = y * oversampling; row < (y + 1) * oversampling; row++) {
      for (let column = x * oversampling; column < (x + 1) * oversampling; column++) {
        const index = row * this.side + column;
        if (this.near[index] === nothing) continue;
        const light = this.shadeAt(index, column);
        covered += 1;
        shade += light;
        shadedHeight += light * (this.height[index] ?? 0);
      }
    }
    if (covered === 0) return;
    const target = (y * this.sidePixels + x) * 4;
    for (let channel = 0; channel < 3; channel++) {
      const bottom = bottomColour[channel] ?? 0;
      const rise = (topColour[channel] ?? 0) - bottom;
      const value = (bottom * shade + rise * shadedHeight) / covered;
      data[target + channel] = value > 255 ? 255 : value;
    }
    data[target + 3] = (255 * covered) / (oversampling * oversampling);
  }

  private shadeAt(index: number, column: number): number {
    const shade = ambient + diffuse * (this.light[index] ?? 0);
    return this.isContour(index, column) ? shade * contourShade : shade;
  }

  /** True beside something much nearer, or at the edge of nothing. */
  private isContour(index: number, column: number): boolean {
    const step = (this.near[index] ?? nothing) + contourRadii * this.radius;
    return (
      this.isApart(column > 0 ? this.near[index - 1] : nothing, step) ||
      this.isApart(column < this.side - 1 ? this.near[index + 1] : nothing, step) ||
      this.isApart(this.near[index - this.side], step) ||
      this.isApart(this.near[index + this.side], step)
    );
  }

  private isApart(neighbour: number | undefined, step: number): boolean {
    return neighbour === undefined || neighbour === nothing || neighbour > step;
  }
}
