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

  add(move: Move): void {
    this.minX = Math.min(this.minX, move.fromX, move.toX);
    this.minY = Math.min(this.minY, move.fromY, move.toY);
    this.minZ = Math.min(this.minZ, move.toZ);
    this.maxX = Math.max(this.maxX, move.fromX, move.toX);
    this.maxY = Math.max(this.maxY, move.fromY, move.toY);
    this.maxZ = Math.max(this.maxZ, move.toZ);
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
