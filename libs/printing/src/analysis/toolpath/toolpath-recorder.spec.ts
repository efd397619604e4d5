import fc from 'fast-check';
import { accepted, analysisOf } from '../../../../../test/support/analysed-file.js';
import { readToolpath, type ReadToolpath } from '../../../../../test/support/toolpaths.js';
import { GcodeMachine } from '../gcode-machine.js';
import { ToolpathRecorder, type ToolpathLimits } from './toolpath-recorder.js';

const nothing = () => undefined;

/** Runs G-code through the machine and reads what was recorded of it. */
function pathOf(gcode: string, limits?: ToolpathLimits): ReadToolpath | null {
  const recorder = new ToolpathRecorder({ x: 250, y: 210 }, limits);
  const machine = new GcodeMachine({
    onMove: (move) => recorder.onMove(move),
    onCommand: nothing,
    onNamedCommand: nothing,
    onComment: nothing,
    onUnreadableMove: nothing,
    onNonsense: nothing,
  });
  gcode.split('\n').forEach((line, index) => {
    const bytes = Buffer.from(line);
    machine.readLine(bytes, 0, bytes.length, index + 1);
  });
  const bytes = recorder.finish();
  return bytes && readToolpath(bytes);
}

const start = 'G28\nG90\nM83\nG1 X10 Y10 Z0.2 F6000\n';
const square = 'G1 X20 E1\nG1 Y20 E1\nG1 X10 E1\nG1 Y10 E1\n';

describe('a toolpath', () => {
  it('has each layer’s height and lines, and tells laying from travelling', () => {
    const path = pathOf(`${start}G1 X20 Y10 E1\nG0 X20 Y30\nG1 X5 Y30 E1\nG1 Z0.4\nG1 X6 Y31 E1\n`);
    expect(path?.layers).toEqual([
      {
        number: 1,
        z: 0.2,
        lines: [
          { from: [10, 10], to: [20, 10], lays: true },
          { from: [20, 10], to: [20, 30], lays: false },
          { from: [20, 30], to: [5, 30], lays: true },
        ],
      },
      { number: 2, z: 0.4, lines: [{ from: [5, 30], to: [6, 31], lays: true }] },
    ]);
    expect(path).toMatchObject({ bed: { x: 250, y: 210 }, everyNthLayer: 1, isCutShort: false, layerCount: 2 });
  });

  it('is none when nothing is laid', () => {
    expect(pathOf(`${start}G1 X50\n`)).toBeNull();
  });

  it('takes a lifted nozzle for no layer', () => {
    expect(pathOf(`${start}${square}G1 Z0.6\nG0 X50 Y50\nG1 Z0.2\nG1 X60 E1\n`)?.layers).toHaveLength(1);
  });

  it('cuts a vase, which rises all the time, into layers', () => {
    const turns = Array.from({ length: 400 }, (_, n) => `G1 X${10 + (n % 2)} Z${0.2 + n * 0.005} E1`).join('\n');
    expect(pathOf(start + turns)?.layers.length).toBeLessThan(60);
  });

  it('keeps what lies beside the plate, and loses nothing near the end of the numbers', () => {
    const path = pathOf(`${start}G1 X-40 Y5 E1\nG1 X1600 Y-1600 E1\nG1 X-1600 Y1600 E1\nG1 X99999 E1\n`);
    expect(path?.layers[0]?.lines.map(({ to }) => to)).toEqual([
      [-40, 5],
      [1600, -1600],
      [-1600, 1600],
      [1638.35, 1600],
    ]);
  });

  it('never strays from where the nozzle is, however small its steps are', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }), fc.boolean()),
      {
        minLength: 1,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let [x, y] = [100, 100];
        const lines = all.map(([dx, dy, lays]) => {
          [x, y] = [x + dx / 100, y + dy / 100];
          return `G1 X${x.toFixed(3)} Y${y.toFixed(3)}${lays ? ' E0.1' : ''}`;
        });
        const path = pathOf(`${start}G1 X100 Y100 E1\n${lines.join('\n')}\nG1 X10 Y10 E1`);
        const drawn = path?.layers[0]?.lines ?? [];
        const before = drawn.at(-1)?.from ?? [0, 0];
        expect(Math.abs(before[0] - x)).toBeLessThanOrEqual(0.026);
        expect(Math.abs(before[1] - y)).toBeLessThanOrEqual(0.026);
      }),
    );
  });

  it('stays below its limit: every second layer is let go, then every fourth', () => {
    const layers = Array.from({ length: 64 }, (_, n) => `G1 Z${(n + 1) * 0.2}\n${square}`).join('');
    const limits = { mostBytes: 1200, mostLayerBytes: 1000 };
    const path = pathOf(start + layers, limits);
    expect(path?.layerCount).toBe(64);
    expect(path?.everyNthLayer).toBe(4);
    expect(path?.layers.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, n) => n * 4 + 1));
    expect(path?.layers.every(({ lines }) => lines.length === 4)).toBe(true);
  });

  it('cuts a layer short that is too long by itself, and says so', () => {
    const path = pathOf(start + square.repeat(100) + `G1 Z0.4\n${square}`, { mostBytes: 10_000, mostLayerBytes: 200 });
    expect(path?.isCutShort).toBe(true);
    expect(path?.layers.map(({ lines }) => lines.length)).toEqual([49, 4]);
  });

  it('comes with the analysis of a real print, as many layers as the slicer says', async () => {
    const { readFile } = await import('node:fs/promises');
    const { analysis, toolpath } = accepted(await analysisOf(await readFile('test/fixtures/cube-20mm.gcode', 'utf8')));
    const path = readToolpath(toolpath ?? Buffer.alloc(0), true);
    expect(path.layers).toHaveLength(analysis.layerCount ?? -1);
    const { min, max } = analysis.boundingBox ?? { min: { x: 0 }, max: { x: 0 } };
    const widest = path.layers.slice(1).flatMap(({ lines }) => lines.filter(({ lays }) => lays).map(({ to }) => to[0]));
    expect(Math.min(...widest)).toBeGreaterThanOrEqual(min.x - 0.05);
    expect(Math.max(...widest)).toBeLessThanOrEqual(max.x + 0.05);
  });
});
