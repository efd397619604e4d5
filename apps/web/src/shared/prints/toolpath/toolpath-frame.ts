import { eachLine, type Toolpath } from './read-toolpath.js';

/** A part of the plate, in millimetres from its front left corner. */
export interface Frame {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export type Look = 'print' | 'plate';

const marginMillimetres = 10;

/** What of the plate is shown: the print with a little around it, or all of the plate and what is laid beside it. */
export function frameOf(path: Toolpath, look: Look): Frame {
  const laid = laidIn(path);
  const seen = look === 'print' ? laid : around(laid, { minX: 0, minY: 0, maxX: path.bed.x, maxY: path.bed.y });
  return {
    minX: seen.minX - marginMillimetres,
    minY: seen.minY - marginMillimetres,
    maxX: seen.maxX + marginMillimetres,
    maxY: seen.maxY + marginMillimetres,
  };
}

/** Whether anything is laid beside the plate. */
export function isOutside(path: Toolpath): boolean {
  const { minX, minY, maxX, maxY } = laidIn(path);
  return minX < 0 || minY < 0 || maxX > path.bed.x || maxY > path.bed.y;
}

function laidIn({ layers, millimetresPerUnit: unit }: Toolpath): Frame {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { row } of layers) {
    eachLine(row, (fromX, fromY, toX, toY, lays) => {
      if (!lays) return;
      minX = Math.min(minX, fromX, toX);
      minY = Math.min(minY, fromY, toY);
      maxX = Math.max(maxX, fromX, toX);
      maxY = Math.max(maxY, fromY, toY);
    });
  }
  return { minX: minX * unit, minY: minY * unit, maxX: maxX * unit, maxY: maxY * unit };
}

function around(a: Frame, b: Frame): Frame {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}
