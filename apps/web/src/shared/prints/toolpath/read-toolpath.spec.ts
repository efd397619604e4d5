import { eachLine, readToolpath } from './read-toolpath.js';
import { frameOf, isOutside } from './toolpath-frame.js';

/** Written by hand, as the contract says. */
function aFile(row: number[], changes: object = {}): ArrayBuffer {
  const header = {
    unitMicrons: 50,
    bed: { x: 250, y: 210 },
    everyNthLayer: 1,
    isCutShort: false,
    layerCount: 1,
    layers: [[1, 200, row.length * 2]],
    ...changes,
  };
  let json = JSON.stringify(header);
  if (json.length % 2 === 1) json += ' ';
  const bytes = new Uint8Array(8 + json.length + row.length * 2);
  bytes.set(new TextEncoder().encode('DKT1'));
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(new TextEncoder().encode(json), 8);
  row.forEach((word, n) => new DataView(bytes.buffer).setInt16(8 + json.length + n * 2, word, true));
  return bytes.buffer;
}

const linesOf = (row: Int16Array) => {
  const lines: [number, number, number, number, boolean][] = [];
  eachLine(row, (...line) => lines.push(line));
  return lines;
};

const lay = (steps: number) => (steps << 1) | 1;
const travel = (steps: number) => steps << 1;

describe('a toolpath', () => {
  it('is read line by line', () => {
    const path = readToolpath(aFile([100, 200, lay(2), 10, 0, 0, 5, travel(1), -110, -205]));
    expect(path).toMatchObject({ bed: { x: 250, y: 210 }, millimetresPerUnit: 0.05, layerCount: 1 });
    expect(path.layers.map(({ number, heightMillimetres }) => [number, heightMillimetres])).toEqual([[1, 0.2]]);
    expect(linesOf(path.layers[0]?.row ?? new Int16Array())).toEqual([
      [100, 200, 110, 200, true],
      [110, 200, 110, 205, true],
      [110, 205, 0, 0, false],
    ]);
  });

  it('goes farther in one step than a step can be told', () => {
    const path = readToolpath(aFile([-32_000, 0, lay(1), 64_000 - 65_536, 0]));
    expect(linesOf(path.layers[0]?.row ?? new Int16Array())).toEqual([[-32_000, 0, 32_000, 0, true]]);
  });

  it('is not taken for something else', () => {
    expect(() => readToolpath(new TextEncoder().encode('<html></html>').buffer)).toThrow('no toolpath');
  });
});

describe('what is shown of it', () => {
  const inside = readToolpath(aFile([400, 400, lay(2), 400, 0, 0, 400, travel(1), -9000, 0]));

  it('is the print itself, or the whole plate', () => {
    expect(frameOf(inside, 'print')).toEqual({ minX: 10, minY: 10, maxX: 50, maxY: 50 });
    expect(frameOf(inside, 'plate')).toEqual({ minX: -10, minY: -10, maxX: 260, maxY: 220 });
  });

  it('always holds what is laid beside the plate, which is said', () => {
    const outside = readToolpath(aFile([400, 400, lay(1), -1200, 0]));
    expect(frameOf(outside, 'plate').minX).toBeLessThan(-40);
    expect([isOutside(outside), isOutside(inside)]).toEqual([true, false]);
  });
});
