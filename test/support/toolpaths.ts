import { gunzipSync } from 'node:zlib';
import { toolpathHeaderSchema, type ToolpathHeader } from '#libs/contracts';

/** One straight line of a toolpath, in millimetres. */
export interface PathLine {
  from: [number, number];
  to: [number, number];
  lays: boolean;
}

export interface ReadToolpath extends Omit<ToolpathHeader, 'layers'> {
  layers: { number: number; z: number; lines: PathLine[] }[];
}

/** Reads a toolpath by what the contract says of it. */
export function readToolpath(bytes: Buffer, isPacked = false): ReadToolpath {
  const file = isPacked ? gunzipSync(bytes) : bytes;
  expect(file.toString('latin1', 0, 4)).toBe('DKT1');
  let at = 8 + file.readUInt32LE(4);
  expect(at % 2).toBe(0);
  const header = toolpathHeaderSchema.parse(JSON.parse(file.toString('utf8', 8, at)));
  const layers = header.layers.map(([number, microns, length]) => {
    const lines = linesOf(file.subarray(at, at + length), header.unitMicrons);
    at += length;
    return { number, z: microns / 1000, lines };
  });
  expect(at).toBe(file.length);
  return { ...header, layers };
}

function linesOf(row: Buffer, unitMicrons: number): PathLine[] {
  let [x, y] = [row.readInt16LE(0), row.readInt16LE(2)];
  const inMm = (units: number) => (units * unitMicrons) / 1000;
  const lines: PathLine[] = [];
  for (let at = 4; at < row.length;) {
    const head = row.readUInt16LE(at);
    at += 2;
    for (let step = 0; step < head >> 1; step += 1, at += 4) {
      const [toX, toY] = [((x + row.readInt16LE(at)) << 16) >> 16, ((y + row.readInt16LE(at + 2)) << 16) >> 16];
      lines.push({ from: [inMm(x), inMm(y)], to: [inMm(toX), inMm(toY)], lays: (head & 1) === 1 });
      [x, y] = [toX, toY];
    }
  }
  return lines;
}
