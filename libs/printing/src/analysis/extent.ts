import type { PrintAnalysis } from '#libs/contracts';
import type { Move } from './move.js';

type Box = NonNullable<PrintAnalysis['boundingBox']>;

/** The smallest box around a number of moves. */
export class Extent {
  minX = Infinity;
  minY = Infinity;
  minZ = Infinity;
  maxX = -Infinity;
  maxY = -Infinity;
  maxZ = -Infinity;

  static around(one: Extent, other: Extent): Extent {
    const both = new Extent();
    both.minX = Math.min(one.minX, other.minX);
    both.minY = Math.min(one.minY, other.minY);
    both.minZ = Math.min(one.minZ, other.minZ);
    both.maxX = Math.max(one.maxX, other.maxX);
    both.maxY = Math.max(one.maxY, other.maxY);
    both.maxZ = Math.max(one.maxZ, other.maxZ);
    return both;
  }

  add(move: Move): void {
    // Every move of a large print comes by: nothing is written where nothing changes.
    const { fromX, fromY, toX, toY, toZ } = move;
    if (fromX < this.minX || toX < this.minX) this.minX = Math.min(fromX, toX);
    if (fromY < this.minY || toY < this.minY) this.minY = Math.min(fromY, toY);
    if (fromX > this.maxX || toX > this.maxX) this.maxX = Math.max(fromX, toX);
    if (fromY > this.maxY || toY > this.maxY) this.maxY = Math.max(fromY, toY);
    if (toZ < this.minZ) this.minZ = toZ;
    if (toZ > this.maxZ) this.maxZ = toZ;
  }

  clear(): void {
    this.minX = this.minY = this.minZ = Infinity;
    this.maxX = this.maxY = this.maxZ = -Infinity;
  }

  get isEmpty(): boolean {
    return this.maxX < this.minX;
  }

  /** Rounded to microns; null when nothing was added. */
  get box(): Box | null {
    if (this.isEmpty) return null;
    return {
      min: { x: microns(this.minX), y: microns(this.minY), z: microns(this.minZ) },
      max: { x: microns(this.maxX), y: microns(this.maxY), z: microns(this.maxZ) },
    };
  }
}

const microns = (millimetres: number) => Math.round(millimetres * 1000) / 1000;
