/** A point or direction in millimetres: x right, y to the back, z up. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly maxZ: number;
}

const azimuth = (38 * Math.PI) / 180;
const elevation = (32 * Math.PI) / 180;

/** Screen axes of a camera that stands in front, to the right and above, infinitely far away. */
const right: Vector = { x: Math.cos(azimuth), y: Math.sin(azimuth), z: 0 };
const up: Vector = {
  x: -Math.sin(azimuth) * Math.sin(elevation),
  y: Math.cos(azimuth) * Math.sin(elevation),
  z: Math.cos(elevation),
};
/** From the thing towards the camera. */
export const towardsCamera: Vector = {
  x: Math.sin(azimuth) * Math.cos(elevation),
  y: -Math.cos(azimuth) * Math.cos(elevation),
  z: Math.sin(elevation),
};

export const dot = (a: Vector, b: Vector): number => a.x * b.x + a.y * b.y + a.z * b.z;

/** Fits a box into a square picture and turns millimetres into pixels of it. */
export class IsometricView {
  readonly pixelsPerMillimetre: number;
  private readonly centreX: number;
  private readonly centreY: number;
  private readonly middle: number;

  constructor(box: Box, sidePixels: number, marginPixels: number) {
    const corners = cornersOf(box);
    const xs = corners.map((corner) => dot(corner, right));
    const ys = corners.map((corner) => dot(corner, up));
    const width = Math.max(...xs) - Math.min(...xs);
    const height = Math.max(...ys) - Math.min(...ys);
    this.pixelsPerMillimetre = (sidePixels - 2 * marginPixels) / Math.max(width, height, 1e-3);
    this.centreX = (Math.max(...xs) + Math.min(...xs)) / 2;
    this.centreY = (Math.max(...ys) + Math.min(...ys)) / 2;
    this.middle = sidePixels / 2;
  }

  /** Pixels from the left. */
  screenX(x: number, y: number): number {
    return this.middle + (x * right.x + y * right.y - this.centreX) * this.pixelsPerMillimetre;
  }

  /** Pixels from the top. */
  screenY(x: number, y: number, z: number): number {
    return this.middle - (x * up.x + y * up.y + z * up.z - this.centreY) * this.pixelsPerMillimetre;
  }

  /** Larger is nearer, in pixels. */
  nearness(x: number, y: number, z: number): number {
    return (x * towardsCamera.x + y * towardsCamera.y + z * towardsCamera.z) * this.pixelsPerMillimetre;
  }
}

function cornersOf({ minX, minY, minZ, maxX, maxY, maxZ }: Box): Vector[] {
  return [minX, maxX].flatMap((x) => [minY, maxY].flatMap((y) => [minZ, maxZ].map((z) => ({ x, y, z }))));
}
