import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Database, FileStore } from '#libs/platform';
import { anArchive } from '../../../../test/support/archives.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { analysePrintFile } from '../analysis/analyse-print-file.js';
import type { AnalysisLimits } from '../analysis/analysis-limits.js';
import { AnalysisEnding } from '../analysis/analysis-ending.service.js';
import { PrintAnalysisService } from '../analysis/print-analysis.service.js';
import { PrintCancelService } from '../job/print-cancel.service.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { PrintFileLink } from '../upload/print-file-link.js';
import { PrintFileService } from '../upload/print-file.service.js';
import { ModelSlicer } from './model-slicer.js';

// The thread needs the built files; what it does is done here without one.
jest.mock('../analysis/run-in-worker.js', () => ({
  analyseInWorker: (path: string, limits: AnalysisLimits) => analysePrintFile(path, limits),
}));

let fixture: PrintingFixture;
let dataDir: string;
let service: PrintAnalysisService;

beforeAll(async () => {
  Logger.overrideLogger(false);
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-slicing-'));
  service = await serviceWith('prusa-slicer');
});
afterEach(() => rm(dataDir, { recursive: true }));

async function serviceWith(slicerPath: string): Promise<PrintAnalysisService> {
  const slicer = new ModelSlicer(
    testConfig({ DATABASE_URL: 'postgres://nowhere', DATA_DIR: dataDir, SLICER_PATH: slicerPath }),
  );
  await slicer.onModuleInit();
  const [jobs, printers] = [fixture.get(PrintJobRepository), fixture.get(PrinterRepository)];
  return new PrintAnalysisService(
    fixture.get(Database),
    fixture.get(FileStore),
    jobs,
    printers,
    slicer,
    fixture.get(AnalysisEnding),
  );
}

/** A program in the place of the slicer. */
async function aSlicerThat(...does: string[]): Promise<PrintAnalysisService> {
  const path = join(dataDir, 'slicer.sh');
  await writeFile(path, ['#!/bin/sh', ...does].join('\n'), { mode: 0o755 });
  return serviceWith(path);
}

const corners = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 0, 1],
  [1, 1, 1],
  [0, 1, 1],
] as const;
const faces = [
  [0, 2, 1],
  [0, 3, 2],
  [4, 5, 6],
  [4, 6, 7],
  [0, 1, 5],
  [0, 5, 4],
  [1, 2, 6],
  [1, 6, 5],
  [2, 3, 7],
  [2, 7, 6],
  [3, 0, 4],
  [3, 4, 7],
] as const;

/** A block as a text STL; a height of 0 makes it flat. */
function aBlock(x: number, y: number, z: number): string {
  const vertex = (index: number) => {
    const [a, b, c] = corners[index] ?? [0, 0, 0];
    return `vertex ${a * x} ${b * y} ${c * z}`;
  };
  const facets = faces.map(
    (face) => `facet normal 0 0 0\nouter loop\n${face.map(vertex).join('\n')}\nendloop\nendfacet`,
  );
  return `solid block\n${facets.join('\n')}\nendsolid block\n`;
}

async function aModelJob(content: string | Buffer, owner?: Awaited<ReturnType<PrintingFixture['aPerson']>>) {
  const { sha256 } = await fixture.get(FileStore).put(Readable.from([Buffer.from(content)]), 10_000_000);
  const id = await fixture.aPrintJob({ status: 'analysing', ...(owner && { owner }) });
  await fixture.database.query('UPDATE print_job SET file_sha256 = $2, thumbnail_sha256 = NULL WHERE id = $1', [
    id,
    sha256,
  ]);
  return { id, sha256 };
}

const analyse = (id: string) => service.analyse({ printJobId: id }, { tryNumber: 1, isLastTry: true });
const job = async (id: string) => {
  const found = await fixture.get(PrintJobRepository).find(id);
  if (found === null) throw new Error('no job');
  return found;
};
const leftOver = () => readdir(join(dataDir, 'slicing/at-work'));

async function whatThePrinterGets(id: string): Promise<string> {
  const link = new URL(fixture.get(PrintFileLink).create(id));
  const signature = link.searchParams.get('signature') ?? '';
  const expires = Number(link.searchParams.get('expires'));
  const { stream, sizeBytes } = await fixture.get(PrintFileService).open({ printJobId: id, signature, expires });
  const content = Buffer.concat(await stream.toArray());
  expect(content).toHaveLength(sizeBytes);
  return content.toString();
}

describe('a model', () => {
  it('is sliced for a printer of the hub, and staff see what was made of it', async () => {
    const { id, sha256 } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    const { status, refusalCode, fileSha256, modelFormat, analysis, toolpathSha256 } = await job(id);
    expect([status, refusalCode, fileSha256, modelFormat]).toEqual(['awaiting_review', null, sha256, 'STL']);
    const [printer] = await fixture.database.query<{ model: string }>('SELECT DISTINCT model FROM printer');
    expect(analysis).toMatchObject({ slicer: { name: 'PrusaSlicer' }, printerModel: printer?.model, findings: [] });
    const { min, max } = analysis?.boundingBox ?? { min: { z: 0 }, max: { z: 0 } };
    expect(max.z - min.z).toBeCloseTo(10, 0);
    expect(toolpathSha256).not.toBeNull();
    expect(await whatThePrinterGets(id)).toContain('; generated by PrusaSlicer');
    expect(await leftOver()).toEqual([]);
  });

  it('is sliced by the profile that the hub wrote for the printer', async () => {
    await mkdir(join(dataDir, 'slicing'), { recursive: true });
    await writeFile(join(dataDir, 'slicing/printer-1.ini'), 'layer_height = 0.1\nfirst_layer_height = 0.1');
    const { id } = await aModelJob(aBlock(10, 10, 2));
    await analyse(id);
    expect((await job(id)).analysis).toMatchObject({ layerHeightMillimetres: 0.1, layerCount: 20 });
  });

  it('is put in the middle also where that is the origin of the plate', async () => {
    await fixture.database.query(`UPDATE printer SET bed_origin = 'centre'`);
    try {
      const { id } = await aModelJob(aBlock(33, 20, 10));
      await analyse(id);
      const { analysis, refusalCode } = await job(id);
      const { min, max } = analysis?.boundingBox ?? { min: { x: NaN }, max: { x: NaN } };
      expect([refusalCode, Math.round(min.x + max.x)]).toEqual([null, 0]);
    } finally {
      await fixture.database.query(`UPDATE printer SET bed_origin = 'corner'`);
    }
  });

  it.each([
    ['is larger than the plate', aBlock(900, 20, 10), 'print.model_too_big'],
    ['is flat', aBlock(20, 20, 0), 'print.slicing_failed'],
  ])('that %s goes back to its owner with the reason', async (_what, content, code) => {
    const { id, sha256 } = await aModelJob(content);
    await analyse(id);
    expect(await job(id)).toMatchObject({
      status: 'needs_changes',
      refusalCode: code,
      fileSha256: sha256,
      gcodeSha256: null,
    });
    expect(await leftOver()).toEqual([]);
  });

  it('waits for staff where no slicer is', async () => {
    service = await serviceWith('no-such-slicer');
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    expect(await job(id)).toMatchObject({ status: 'awaiting_review', refusalCode: 'print.needs_slicing' });
  });

  it('waits for staff when it is of a material that we know nothing of', async () => {
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await fixture.database.query(`UPDATE print_job SET material = 'PEEK' WHERE id = $1`, [id]);
    await analyse(id);
    expect(await job(id)).toMatchObject({ status: 'awaiting_review', refusalCode: 'print.needs_slicing' });
  });

  it('whose owner gives it up while it is sliced stays cancelled, and what was made is forgotten', async () => {
    const owner = await fixture.aPerson();
    const { id } = await aModelJob(aBlock(31, 20, 10), owner);
    const jobs = fixture.get(PrintJobRepository);
    const cancelled = jest.spyOn(jobs, 'showModel').mockImplementationOnce(async () => {
      await fixture.get(PrintCancelService).cancel(owner, id);
      return false;
    });
    await analyse(id);
    cancelled.mockRestore();
    expect(await job(id)).toMatchObject({ status: 'cancelled', gcodeSha256: null, analysis: null });
    const forgotten = (await fixture.takeJobs('print.forget-file')).map(({ payload }) => payload.sha256);
    expect(forgotten.length).toBeGreaterThanOrEqual(3);
  });

  it('that was sliced twice, because a worker died, has one result', async () => {
    const { id } = await aModelJob(aBlock(32, 20, 10));
    await Promise.all([analyse(id), analyse(id)]);
    expect(await job(id)).toMatchObject({ status: 'awaiting_review', refusalCode: null });
    expect(await whatThePrinterGets(id)).toContain('; generated by PrusaSlicer');
  });
});

describe('a project', () => {
  it('has none of the programs run that it names', async () => {
    const trace = join(dataDir, 'was-here');
    const program = join(dataDir, 'program.sh');
    await writeFile(program, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
    const content = await anArchive({
      '[Content_Types].xml': contentTypes,
      '_rels/.rels': relations,
      '3D/3dmodel.model': aProject(),
      'Metadata/Slic3r_PE.config': await settingsOfAProject({ post_process: program, fill_density: '77%' }),
    });
    const { id } = await aModelJob(content);
    await analyse(id);
    expect(await job(id)).toMatchObject({ status: 'awaiting_review', refusalCode: null, modelFormat: '3MF' });
    // Whatever the project says, ours hold.
    expect(await whatThePrinterGets(id)).toContain('; fill_density = 15%');
    await expect(access(trace)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a slicer', () => {
  it('that fails is not believed, and its home is gone', async () => {
    service = await aSlicerThat('touch "$HOME/half-done"; echo broken >&2; exit 3');
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    expect(await job(id)).toMatchObject({ status: 'needs_changes', refusalCode: 'print.slicing_failed' });
    expect(await leftOver()).toEqual([]);
  });

  it('that makes something else than G-code is not believed', async () => {
    service = await aSlicerThat('for last; do :; done', 'cp "$last" "$HOME/sliced.gcode"');
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    expect((await job(id)).refusalCode).not.toBeNull();
  });

  it('that makes dangerous G-code is found out like anybody', async () => {
    service = await aSlicerThat(`printf 'G28\\nM104 S200\\nG1 X10 Y10 E1 F600\\nM500\\n' > "$HOME/sliced.gcode"`);
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    expect(await job(id)).toMatchObject({ status: 'needs_changes', refusalCode: 'print.unsafe_command' });
  });

  it('sees nothing of the server’s own surroundings', async () => {
    const seen = join(dataDir, 'seen');
    service = await aSlicerThat(`env > ${seen}; exit 1`);
    const { id } = await aModelJob(aBlock(30, 20, 10));
    await analyse(id);
    const names = (await readFile(seen, 'utf8')).split('\n').map((line) => line.split('=')[0] ?? '');
    const known = ['HOME', 'LC_ALL', 'PATH', 'PWD', 'OLDPWD', 'SHLVL', 'TMPDIR', '_', ''];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** What PrusaSlicer itself writes into a project, with some of it changed. */
async function settingsOfAProject(changed: Record<string, string>): Promise<string> {
  const text = await readFile(join(__dirname, '../../../../test/fixtures/cube-20mm.gcode'), 'utf8');
  const [, settings = ''] = text.split('; prusaslicer_config = begin');
  return Object.entries(changed).reduce(
    (all, [key, value]) => all.replace(new RegExp(`; ${key} =.*`), `; ${key} = ${value}`),
    settings,
  );
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>`;

function aProject(): string {
  const vertices = corners.map(([x, y, z]) => `<vertex x="${x * 20}" y="${y * 20}" z="${z * 10}"/>`).join('');
  const triangles = faces.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"><resources><object id="1" type="model"><mesh><vertices>${vertices}</vertices><triangles>${triangles}</triangles></mesh></object></resources><build><item objectid="1"/></build></model>`;
}
