import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printAnalysisSchema, type Finding, type PrintAnalysis } from '#libs/contracts';
import { PNG } from 'pngjs';
import { analysePrintFile } from './analyse-print-file.js';
import type { AnalysisLimits } from './analysis-limits.js';
import type { AnalysisResult, FileAnalysed } from './analysis-result.js';

const fixture = (name: string) => join(__dirname, '../../../../test/fixtures', name);

const limits: AnalysisLimits = {
  bed: { x: 250, y: 210, z: 210 },
  maxNozzleCelsius: 300,
  maxBedCelsius: 110,
  printerModels: ['Virtual One'],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analysis-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function analyse(content: string | Buffer, within = limits): Promise<AnalysisResult> {
  const path = join(folder, 'upload.gcode');
  await writeFile(path, content);
  return analysePrintFile(path, within);
}

function analysed(result: AnalysisResult): FileAnalysed {
  if (!result.ok) throw new Error(result.detail);
  return result;
}

/** A whole print by no known slicer: two layers of a square. */
const square = (...extra: string[]) => [
  'G28',
  'M140 S60',
  'M109 S200',
  'M83',
  ...extra,
  'G1 X10 Y10 Z0.2 F1200',
  'G1 X30 E1',
  'G1 Y30 E1',
  'G1 X10 Z0.4',
  'G1 Y10 E1',
  'M104 S0',
];

const findingsOf = async (lines: string[], within = limits): Promise<Finding[]> =>
  analysed(await analyse(lines.join('\n'), within)).analysis.findings.filter(
    ({ code }) => code !== 'print.material_unknown',
  );

describe.each([
  ['cube-20mm.gcode', { seconds: 690, millimetres: 1079.35, grams: 3.22, layers: 67, top: 20.1 }],
  ['bracket.gcode', { seconds: 744, millimetres: 1089.68, grams: 3.25, layers: 40, top: 12 }],
])('%s as the slicer wrote it', (name, stated) => {
  it('has the numbers that the slicer states and nothing to complain about', async () => {
    const { analysis } = analysed(await analysePrintFile(fixture(name), limits));
    expect(printAnalysisSchema.parse(analysis)).toEqual(analysis);
    expect(analysis).toMatchObject({
      slicer: { name: 'PrusaSlicer', version: '2.5.0' },
      printerModel: 'Virtual One',
      estimatedSeconds: stated.seconds,
      filaments: [{ material: 'PLA', millimetres: stated.millimetres, grams: stated.grams }],
      totalGrams: stated.grams,
      layerCount: stated.layers,
      layerHeightMillimetres: 0.3,
      nozzleDiameterMillimetres: 0.4,
      maxNozzleCelsius: 215,
      maxBedCelsius: 60,
      findings: [],
    });
    expect(analysis.boundingBox?.max.z).toBeCloseTo(stated.top, 3);
  });

  it('has the same numbers within 1 % when they are computed from the moves alone', async () => {
    const text = await readFile(fixture(name), 'latin1');
    const bare = text.replace(/^;(?! (?:filament_type|filament_density)).*$/gm, ';');
    const { analysis } = analysed(await analyse(bare));
    const share = (value: number | null | undefined, of: number) => Math.abs((value ?? NaN) - of) / of;
    expect(share(analysis.filaments[0]?.millimetres, stated.millimetres)).toBeLessThan(0.01);
    expect(share(analysis.totalGrams, stated.grams)).toBeLessThan(0.01);
    expect(share(analysis.layerCount, stated.layers)).toBeLessThan(0.01);
    expect(share(analysis.layerHeightMillimetres, 0.3)).toBeLessThan(0.01);
    expect(share(analysis.estimatedSeconds, stated.seconds)).toBeLessThan(0.15);
  });

  it('gets a picture drawn from its toolpath', async () => {
    const { thumbnail } = analysed(await analysePrintFile(fixture(name), limits));
    const picture = PNG.sync.read(thumbnail?.png ?? Buffer.alloc(0));
    expect(thumbnail?.source).toBe('drawn');
    expect([picture.width, picture.height]).toEqual([320, 320]);
    const covered = picture.data.filter((value, index) => index % 4 === 3 && value > 0).length / (320 * 320);
    expect(covered).toBeGreaterThan(0.15);
    expect(covered).toBeLessThan(0.8);
    expect(picture.data[3]).toBe(0);
  });
});

describe('the size of a print', () => {
  const boxOf = async (lines: string[]) => analysed(await analyse(lines.join('\n'))).analysis.boundingBox;

  it('counts what is laid, not where the nozzle travels or primes on the spot', async () => {
    const lines = square('G1 X200 Y200 Z50', 'G1 E5', 'G1 E-1', 'G1 E1');
    expect(await boxOf(lines)).toEqual({ min: { x: 10, y: 10, z: 0.2 }, max: { x: 30, y: 30, z: 0.4 } });
  });

  it('leaves out the line that is primed before the first layer', async () => {
    const lines = square('G1 X0 Y0 Z0.3', 'G1 X0 Y200 E15', ';LAYER_CHANGE');
    expect((await boxOf(lines))?.max.y).toBe(30);
  });

  it('holds the outermost point of an arc', async () => {
    expect((await boxOf([...square('G1 X50 Y50', 'G2 X70 Y50 I10 J0 E1')]))?.max.y).toBeCloseTo(60, 3);
  });
});

describe('a command that a public printer must not run', () => {
  it.each(['M500', 'M501', 'M502', 'M997', 'M28 x.g', 'M29', 'M30 x.g', 'M112', 'M303 S200', 'M906 X1000', 'M302 P1'])(
    'is found: %s',
    async (command) => {
      const [finding] = await findingsOf(square(command));
      expect(finding).toMatchObject({
        severity: 'error',
        code: 'print.unsafe_command',
        line: 5,
        params: { command: command.split(' ')[0], count: 1 },
      });
    },
  );

  it.each(['SAVE_CONFIG', 'save_config', 'RUN_SHELL_COMMAND CMD=x', 'G28 M500', 'N5 M500*12', 'm500'])(
    'is found in any spelling: %s',
    async (command) => {
      expect(await findingsOf(square(command))).toMatchObject([{ code: 'print.unsafe_command' }]);
    },
  );

  it.each(['M117 M500', '; M500', 'M302 S155', 'M201 X500', 'M907 E538', 'M503'])(
    'is not seen where there is none: %s',
    async (command) => {
      expect(await findingsOf(square(command))).toEqual([]);
    },
  );

  it('is listed once with its first line and how often it occurs, five kinds at most', async () => {
    const many = ['M500', 'M501', 'M502', 'M112', 'M997', 'M301', 'M303', 'M500', 'M500'];
    const findings = await findingsOf(square(...many));
    expect(findings).toHaveLength(5);
    expect(findings[0]).toMatchObject({ line: 5, params: { command: 'M500', count: 3 } });
  });
});

describe('limits', () => {
  it.each([
    ['G1 X260', { axis: 'x', value: 260, limit: 250 }],
    ['G1 Y-20', { axis: 'y', value: -20, limit: 0 }],
    ['G1 Z230', { axis: 'z', value: 230, limit: 210 }],
    ['G1 Z-2', { axis: 'z', value: -2, limit: 0 }],
    ['G92 X200\nG1 X0', { axis: 'x', value: -200, limit: 0 }],
  ])('are left by %s', async (command, params) => {
    expect(await findingsOf(square(command))).toMatchObject([{ code: 'print.out_of_bed', params }]);
  });

  it('allow for wiping just beside the plate', async () => {
    expect(await findingsOf(square('G1 X-3 Y-4', 'G1 X252', 'G91', 'G1 Z-0.1', 'G90'))).toEqual([]);
  });

  it('are not measured from an unknown place', async () => {
    expect(await findingsOf(['G91', 'G1 X-50', 'G90', ...square()])).toEqual([]);
  });

  it.each([
    ['M104 S301', 'nozzle', 301, 300],
    ['M109 R320', 'nozzle', 320, 300],
    ['M190 S120', 'bed', 120, 110],
    ['START_PRINT EXTRUDER_TEMP=350 BED_TEMP=60', 'nozzle', 350, 300],
    ['SET_HEATER_TEMPERATURE HEATER=heater_bed TARGET=130', 'bed', 130, 110],
  ])('of temperature are exceeded by %s', async (command, heater, celsius, limit) => {
    expect(await findingsOf(square(command))).toMatchObject([
      { severity: 'error', code: 'print.too_hot', params: { heater, celsius, limit } },
    ]);
  });
});

describe('a warning', () => {
  it('is given when nothing heats the nozzle', async () => {
    const lines = [...square().filter((line) => !line.startsWith('M1')), 'M107'];
    expect(await findingsOf(lines)).toMatchObject([{ severity: 'warning', code: 'print.no_heating' }]);
  });

  it('is given when it was sliced for a printer the hub does not have', async () => {
    expect(await findingsOf(square('; printer_model = MINI'))).toMatchObject([
      { severity: 'warning', code: 'print.other_printer', params: { printerModel: 'MINI' } },
    ]);
  });

  it.each(['Original Prusa MINI', 'mini'])('is not given when the hub calls it %s', async (model) => {
    expect(await findingsOf(square('; printer_model = MINI'), { ...limits, printerModels: [model] })).toEqual([]);
  });

  it('is given when the material is not stated', async () => {
    const { findings } = analysed(await analyse(square().join('\n'))).analysis;
    expect(findings).toMatchObject([{ severity: 'warning', code: 'print.material_unknown' }]);
  });
});

describe('a move that nobody can read', () => {
  it.each(['G1 Xnan Y10', 'G1 X Y10 E1', 'G0 Y-', 'G2 X10 Y10 I J0 E1', 'G1 Xinfinity'])(
    'is found: %s',
    async (command) => {
      expect(await findingsOf(square(command))).toMatchObject([
        { severity: 'error', code: 'print.unreadable_move', line: 5, params: { count: 1 } },
      ]);
    },
  );

  it.each(['G28 X Y', 'M84 X Y E', 'G1 X10;', 'G1 X10 ; X nan'])('is not seen in %s', async (command) => {
    expect(await findingsOf(square(command))).toEqual([]);
  });

  it.each([`G1 X${'9'.repeat(400)}`, 'G1 Y-99999999999', 'G1 Z1000000000000000000000'])(
    'is another matter than one that goes absurdly far: %s',
    async (command) => {
      expect(await findingsOf(square(command))).toMatchObject([{ severity: 'error', code: 'print.out_of_bed' }]);
    },
  );

  it('is read as printers read it where an exponent looks like filament', async () => {
    const { filaments } = analysed(await analyse(square('G1 X1e308').join('\n'))).analysis;
    expect(filaments[0]?.millimetres).toBe(311);
  });
});

describe('a file that was cut off', () => {
  const truncation = async (content: string) =>
    analysed(await analyse(content)).analysis.findings.find(({ code }) => code === 'print.truncated')?.params.reason;

  it('is found where the slicer never wrote its ending', async () => {
    const text = await readFile(fixture('cube-20mm.gcode'), 'latin1');
    expect(await truncation(text.slice(0, 50_000))).toBe('slicer_ending_missing');
  });

  it('is found where an unknown slicer stops in the middle of laying', async () => {
    expect(await truncation(square().slice(0, -1).join('\n'))).toBe('ends_while_printing');
  });

  it('is found where nothing is laid at all', async () => {
    expect(await truncation('G28\nM104 S200\n')).toBe('nothing_printed');
  });
});

describe('time and filament', () => {
  const analysisOf = async (lines: string[]): Promise<PrintAnalysis> =>
    analysed(await analyse(lines.join('\n'))).analysis;

  it('do not count filament twice that was pulled back and fed again', async () => {
    const { filaments } = await analysisOf(square('G1 E5', 'G1 E-2', 'G1 E2', 'G1 E-2', 'G1 E2'));
    expect(filaments[0]?.millimetres).toBe(8);
  });

  it('count nothing that the printer pulls back and feeds again by itself', async () => {
    const { filaments, maxNozzleCelsius } = await analysisOf(square('G10', 'G1 X50 Y50', 'G11', 'G10 S1', 'G11'));
    expect(filaments[0]?.millimetres).toBe(3);
    expect(maxNozzleCelsius).toBe(200);
  });

  it('are counted for each tool', async () => {
    const { filaments } = await analysisOf(square('T1', 'G1 X50 Y50', 'G1 X60 E7', 'T0'));
    expect(filaments.map(({ millimetres }) => millimetres)).toEqual([3, 7]);
  });

  it('are not believed when the comments claim a fraction of what the moves need', async () => {
    const slow = Array.from({ length: 50 }, (_, index) => `G1 X${index % 2 ? 10 : 200} Y20 E10 F600`);
    const { estimatedSeconds } = await analysisOf(square(';TIME:60', ...slow));
    expect(estimatedSeconds).toBeGreaterThan(900);
  });
});

describe('a file that is not a print', () => {
  it.each([
    ['an empty file', '', 'print.corrupt_file'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'print.unsupported_file'],
    ['half an archive', Buffer.from('PK\x03\x04rest of it'), 'print.corrupt_file'],
    ['UTF-16', Buffer.from('G28\nG1 X1', 'utf16le'), 'print.unsupported_file'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)), 'print.unsupported_file'],
    ['prose', 'Dear reader,\nthis is a letter.\n', 'print.unsupported_file'],
    ['a broken copy', `${square().join('\n')}\n${'G1 X1 Y1\n'.repeat(1000)}\0\0\0`, 'print.corrupt_file'],
    ['text with a command in it', `G28\n${'some words here\n'.repeat(50)}`, 'print.corrupt_file'],
    ['one endless line', `G28\n${'G1X1'.repeat(400_000)}`, 'print.corrupt_file'],
  ])('is refused: %s', async (_, content, code) => {
    expect(await analyse(content)).toMatchObject({ ok: false, code, detail: expect.any(String) });
  });

  it('is not confused with one that cannot be read', async () => {
    await expect(analysePrintFile(join(folder, 'missing.gcode'), limits)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a picture', () => {
  it('is the slicer’s own when the file holds one', async () => {
    const data = PNG.sync.write(new PNG({ width: 200, height: 120 })).toString('base64');
    const lines = data.match(/.{1,78}/g) ?? [];
    const comments = [`; thumbnail begin 200x120 ${data.length}`, ...lines.map((l) => `; ${l}`), '; thumbnail end'];
    expect(analysed(await analyse(square(...comments).join('\n'))).thumbnail?.source).toBe('embedded');
  });

  it('does not exist when nothing is laid', async () => {
    expect(analysed(await analyse('G28\n')).thumbnail).toBeNull();
  });
});
