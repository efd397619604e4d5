import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysePrintFile } from './analyse-print-file.js';
import type { AnalysisLimits } from './analysis-limits.js';

const megabyte = 1024 * 1024;
const limits: AnalysisLimits = {
  bed: { x: 250, y: 210, z: 210 },
  maxNozzleCelsius: 300,
  maxBedCelsius: 110,
  printerModels: [],
};

let path: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-input-'));
  path = join(folder, 'upload.gcode');
});
afterAll(() => rm(folder, { recursive: true }));

async function analyse(lines: readonly string[], end = '\n') {
  await writeFile(path, lines.join(end));
  const result = await analysePrintFile(path, limits);
  if (!result.ok) throw new Error(result.code);
  return result.analysis;
}

const square = (...extra: string[]) => [
  'G28',
  'M104 S200',
  'M83',
  'G1 X20 Y20 Z0.2 F3000',
  ...extra,
  'G1 X60 E2',
  'G1 Y60 E2',
  'G1 X20 E2',
  'M104 S0',
  'M84',
];

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('a line of 200 MB', () => {
  /** A square, and a line without an end in the middle of it. */
  async function write(piece: string): Promise<void> {
    const file = await open(path, 'w');
    const chunk = Buffer.from(piece.repeat(megabyte / piece.length));
    await file.write(`${square().slice(0, 6).join('\n')}\n`);
    for (let at = 0; at < 200; at += 1) await file.write(chunk);
    await file.write(`\n${square().slice(6).join('\n')}\n`);
    await file.close();
  }

  it.each([
    ['a comment', ';'],
    ['letters', 'a'],
    ['parameters', ' X1 '],
  ])('of %s is refused, in memory that does not grow with it', async (_what, piece) => {
    await write(piece);
    const before = process.resourceUsage().maxRSS;
    expect(await analysePrintFile(path, limits)).toMatchObject({ ok: false, code: 'print.corrupt_file' });
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100);
  });
});

describe('a plate with its origin in the middle', () => {
  const delta: AnalysisLimits = { ...limits, bed: { x: 90, y: 90, z: 200 }, bedFrom: { x: -90, y: -90 } };
  const reach = async (x: number) => {
    await writeFile(path, square(`G1 X${x} E1`).join('\n'));
    const result = await analysePrintFile(path, delta);
    return result.ok && result.analysis.findings.filter(({ code }) => code === 'print.out_of_bed');
  };

  it('lets a print go as far to the left as to the right, and no farther', async () => {
    expect([await reach(-80), await reach(80)]).toEqual([[], []]);
    expect(await reach(-100)).toMatchObject([{ params: { axis: 'x', value: -100, limit: -90 } }]);
    expect(await reach(100)).toMatchObject([{ params: { axis: 'x', value: 100, limit: 90 } }]);
  });
});

describe('numbers beyond all measure', () => {
  const huge = `1${'0'.repeat(308)}`;

  it.each([`G1 X${huge}`, `G1 Y-${huge}`, `G1 Z${huge} E1`])(
    'are moves outside the bed, and nothing infinite comes of them',
    async (line) => {
      const analysis = await analyse(square(line));
      expect(analysis.findings[0]).toMatchObject({ severity: 'error', code: 'print.out_of_bed', line: 5 });
      expect(numbersIn(analysis).every(Number.isFinite)).toBe(true);
    },
  );

  it('with an exponent are what a printer takes them for: a place, and filament', async () => {
    const analysis = await analyse(square('G1 X1e308'));
    expect(analysis.boundingBox?.min.x).toBe(1);
    expect(analysis.filaments[0]?.millimetres).toBeCloseTo(314, 0);
  });

  it('do not make the filament endless', async () => {
    const analysis = await analyse(square(`G1 X30 E${huge}`, `G1 X40 E-${huge}`, `G1 F${huge}`));
    expect(numbersIn(analysis).every(Number.isFinite)).toBe(true);
  });
});

it('lines that end in CR alone are lines like any', async () => {
  const usual = await analyse(square());
  expect(await analyse(square(), '\r')).toEqual(usual);
  expect(await analyse(square(), '\r\n')).toEqual(usual);
});
