import type { ToolpathHeader } from '#libs/contracts';

export interface ToolpathLayer {
  /** Counted from 1, as the print has them. */
  readonly number: number;
  readonly heightMillimetres: number;
  /** As the contract describes it. */
  readonly row: Int16Array;
}

export interface Toolpath {
  readonly bed: { readonly x: number; readonly y: number };
  readonly millimetresPerUnit: number;
  readonly layerCount: number;
  /** 1 when all layers are there. */
  readonly everyNthLayer: number;
  readonly isCutShort: boolean;
  readonly layers: readonly ToolpathLayer[];
}

const mark = 'DKT1';
const startBytes = 8;

/** Reads what the server has written down of a print. @throws Error when it is something else */
export function readToolpath(file: ArrayBuffer): Toolpath {
  const text = new TextDecoder();
  if (text.decode(file.slice(0, 4)) !== mark) throw new Error('this is no toolpath');
  let at = startBytes + new DataView(file).getUint32(4, true);
  const header = JSON.parse(text.decode(file.slice(startBytes, at))) as ToolpathHeader;
  const layers = header.layers.map(([number, microns, bytes]) => {
    const row = new Int16Array(file, at, bytes / Int16Array.BYTES_PER_ELEMENT);
    at += bytes;
    return { number, heightMillimetres: microns / 1000, row };
  });
  const { bed, layerCount, everyNthLayer, isCutShort } = header;
  return { bed, layerCount, everyNthLayer, isCutShort, layers, millimetresPerUnit: header.unitMicrons / 1000 };
}

/** One straight way of the nozzle, in units from the front left corner of the plate. */
export type VisitLine = (fromX: number, fromY: number, toX: number, toY: number, lays: boolean) => void;

/** Goes through a layer line by line, in the order in which it is printed. */
export function eachLine(row: Int16Array, visit: VisitLine): void {
  let x = row[0] ?? 0;
  let y = row[1] ?? 0;
  for (let at = 2; at < row.length;) {
    const head = (row[at++] ?? 0) & 0xffff;
    const lays = (head & 1) === 1;
    for (let step = head >> 1; step > 0; step--, at += 2) {
      // Steps are told modulo 2¹⁶.
      const toX = ((x + (row[at] ?? 0)) << 16) >> 16;
      const toY = ((y + (row[at + 1] ?? 0)) << 16) >> 16;
      visit(x, y, toX, toY, lays);
      x = toX;
      y = toY;
    }
  }
}
