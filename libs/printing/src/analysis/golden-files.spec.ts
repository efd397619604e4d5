import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analysePrintFile } from './analyse-print-file.js';
import type { AnalysisLimits } from './analysis-limits.js';
import type { FileAnalysed } from './analysis-result.js';

const limits: AnalysisLimits = {
  bed: { x: 250, y: 210, z: 210 },
  maxNozzleCelsius: 300,
  maxBedCelsius: 110,
  printerModels: ['Virtual One'],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string): Promise<string> =>
  gunzipSync(await readFile(join(__dirname, '../../../../test/fixtures/golden', `${name}.gcode.gz`))).toString();

async function analyse(text: string): Promise<FileAnalysed['analysis']> {
  const path = join(folder, 'golden.gcode');
  await writeFile(path, text);
  const result = await analysePrintFile(path, limits);
  if (!result.ok) throw new Error(result.detail);
  return result.analysis;
}

/** What the slicer says about its own file, read without the code under test. */
function statedIn(text: string) {
  const numbers = (key: string) =>
    new RegExp(`^; ${key.replaceAll(/[[\]]/g, String.raw`\$&`)} = (.*)$`, 'm').exec(text)?.[1]?.split(',').map(Number);
  return {
    millimetres: numbers('filament used [mm]') ?? [],
    grams: numbers('total filament used [g]')?.[0] ?? NaN,
    heights: new Set(text.match(/^;Z:.*$/gm)).size,
    lineWidth: Number(/^; external perimeters extrusion width = ([\d.]+)mm$/m.exec(text)?.[1]),
  };
}

const within1Percent = (value: number, of: number) => Math.abs(value - of) <= 0.01 * of;

/** Each file, and the size of its model where there is one alone, in millimetres. */
const files: readonly [string, { x: number; y: number; z: number } | null][] = [
  ['relative', { x: 10, y: 10, z: 10 }],
  ['fine-layers', { x: 16, y: 16, z: 4.8 }],
  ['firmware-retraction', { x: 10, y: 10, z: 10 }],
  ['two-materials', { x: 10, y: 10, z: 10 }],
  ['two-objects', null],
  ['one-after-the-other', null],
];

describe.each(files)('%s, as PrusaSlicer wrote it', (name, size) => {
  it('has what the slicer states, and nothing to complain about', async () => {
    const text = await read(name);
    const stated = statedIn(text);
    const { filaments, totalGrams, findings } = await analyse(text);
    expect(filaments.map(({ millimetres }) => millimetres)).toEqual(stated.millimetres);
    expect(totalGrams).toBeCloseTo(stated.grams, 1);
    expect(findings).toEqual([]);
  });

  it('has the same filament and layers within 1 % when nothing but the moves is read', async () => {
    const text = await read(name);
    const stated = statedIn(text);
    const { filaments, layerCount } = await analyse(text.replace(/^;.*$/gm, ';'));
    expect(filaments).toHaveLength(stated.millimetres.length);
    for (const [index, { millimetres }] of filaments.entries())
      expect(within1Percent(millimetres ?? NaN, stated.millimetres[index] ?? NaN)).toBe(true);
    expect(layerCount).toBe(stated.heights);
  });

  it('is as large as its model less the width of a line, in the middle of the plate', async () => {
    const text = await read(name);
    const { min, max } = (await analyse(text)).boundingBox ?? { min: { x: 0, y: 0, z: 0 }, max: { x: 0, y: 0, z: 0 } };
    expect((min.x + max.x) / 2).toBeCloseTo(125, 0);
    expect((min.y + max.y) / 2).toBeCloseTo(105, 0);
    if (size === null) return;
    const { lineWidth } = statedIn(text);
    expect(within1Percent(max.x - min.x, size.x - lineWidth)).toBe(true);
    expect(within1Percent(max.y - min.y, size.y - lineWidth)).toBe(true);
    expect(Math.abs(max.z - size.z)).toBeLessThan(0.16);
  });
});

it('tells two materials apart', async () => {
  const { filaments } = await analyse(await read('two-materials'));
  expect(filaments.map(({ material }) => material)).toEqual(['PLA', 'PETG']);
});
