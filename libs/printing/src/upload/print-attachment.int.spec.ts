import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import { Database, FileStore } from '#libs/platform';
import { anArchive } from '../../../../test/support/archives.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { PrintAttachmentService } from './print-attachment.service.js';
import { PrintFileLink } from './print-file-link.js';
import { PrintFileService } from './print-file.service.js';
import { PrintReplaceService } from './print-replace.service.js';
import { PrintUploadService } from './print-upload.service.js';
import { AnalysisEnding } from '../analysis/analysis-ending.service.js';
import type { AnalysisLimits } from '../analysis/analysis-limits.js';
import { analysePrintFile } from '../analysis/analyse-print-file.js';
import { PrintAnalysisService } from '../analysis/print-analysis.service.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { AutoApprovalService } from '../approval/auto-approval.service.js';
import { PrintReviewService } from '../job/print-review.service.js';
import { PrintingViewService } from '../job/printing-view.service.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { ModelSlicer } from '../slicing/model-slicer.js';

// The thread needs the built files; what it does is done here without one.
jest.mock('../analysis/run-in-worker.js', () => ({
  analyseInWorker: (path: string, limits: AnalysisLimits) => analysePrintFile(path, limits),
}));

/** A leaf of three triangles: a model with a hole in it. */
const openModel = `solid leaf
${['0 0 0,20 0 0,0 20 0', '0 0 0,20 0 0,0 0 20', '0 0 0,0 20 0,0 0 20']
  .map((corners) => `facet normal 0 0 0\nouter loop\n${corners.replace(/(^|,)/g, '\nvertex ')}\nendloop\nendfacet`)
  .join('\n')}
endsolid leaf
`;

let fixture: PrintingFixture;
let dataDir: string;
let analysis: PrintAnalysisService;
let attachments: PrintAttachmentService;
let owner: Viewer;
let staff: Viewer;
let cube: Buffer;

beforeAll(async () => {
  Logger.overrideLogger(false);
  fixture = await PrintingFixture.create();
  const files = fixture.get(FileStore);
  await files.onModuleInit();
  attachments = fixture.get(PrintAttachmentService);
  [owner, staff] = [await fixture.aPerson(), await fixture.aPerson({ staff: true })];
  cube = await readFile(join(__dirname, '../../../../test/fixtures/cube-20mm.gcode'));
  dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-attaching-'));
  const config = testConfig({ DATABASE_URL: 'postgres://nowhere', DATA_DIR: dataDir, SLICER_PATH: 'none' });
  const slicer = new ModelSlicer(config);
  await slicer.onModuleInit();
  const [jobs, printers] = [fixture.get(PrintJobRepository), fixture.get(PrinterRepository)];
  const ending = fixture.get(AnalysisEnding);
  analysis = new PrintAnalysisService(fixture.get(Database), files, jobs, printers, slicer, ending);
});
afterAll(async () => {
  await fixture.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(() => fixture.reset());

const stored = (content: string | Buffer) =>
  fixture.get(PrintUploadService).store(Readable.from([Buffer.from(content)]));
const jobOf = async (id: string) => {
  const job = await fixture.get(PrintJobRepository).find(id);
  if (job === null) throw new Error('no job');
  return job;
};
const read = (id: string) => analysis.analyse({ printJobId: id }, { tryNumber: 1, isLastTry: true });
const keeps = (sha256: string) => fixture.get(FileStore).has(sha256);
const forgetAll = async () => {
  for (const { payload } of await fixture.takeJobs('print.forget-file'))
    await fixture.get(PrintUploadService).discard({ sha256: String(payload.sha256) });
};

/** A model that waits for staff to slice it. */
async function aModel(content = openModel): Promise<{ id: string; sha256: string }> {
  const { sha256 } = await stored(content);
  const id = await fixture.aPrintJob({ owner, status: 'analysing' });
  await fixture.database.query(
    `UPDATE print_job SET file_sha256 = $2, file_name = 'leaf.stl', thumbnail_sha256 = NULL WHERE id = $1`,
    [id, sha256],
  );
  await read(id);
  return { id, sha256 };
}

async function attach(id: string, content: string | Buffer, { viewer = staff, fileName = 'leaf.gcode' } = {}) {
  const file = await stored(content);
  const { version } = await jobOf(id);
  await attachments.attach({ viewer, printJobId: id, ifMatch: [version] }, { file, fileName });
  return file;
}

async function whatThePrinterGets(id: string): Promise<string> {
  const link = new URL(fixture.get(PrintFileLink).create(id));
  const signature = link.searchParams.get('signature') ?? '';
  const expires = Number(link.searchParams.get('expires'));
  const { stream, sizeBytes } = await fixture.get(PrintFileService).open({ printJobId: id, signature, expires });
  const content = Buffer.concat(await stream.toArray());
  expect(content).toHaveLength(sizeBytes);
  return content.toString();
}

describe('what staff sliced themselves', () => {
  it('lies beside the model: the printer gets it, and whoever looks sees both', async () => {
    const { id, sha256 } = await aModel();
    await attach(id, cube);
    expect(await jobOf(id)).toMatchObject({
      status: 'analysing',
      fileSha256: sha256,
      modelFormat: 'STL',
      analysis: null,
    });
    await read(id);
    const job = await jobOf(id);
    expect(job).toMatchObject({
      status: 'awaiting_review',
      refusalCode: null,
      fileSha256: sha256,
      fileName: 'leaf.stl',
    });
    expect(job.analysis?.findings.map(({ code }) => code)).toEqual(['print.other_printer', 'print.open_model']);
    expect(await whatThePrinterGets(id)).toBe(cube.toString());
    const seen = await fixture.get(PrintingViewService).job(owner, id, 'fi');
    expect(seen).toMatchObject({
      model: { format: 'STL' },
      toolpathUrl: expect.stringContaining('/toolpath?v='),
      printFile: { origin: 'attached', fileName: 'leaf.gcode', sizeBytes: cube.length },
    });
    await fixture.get(PrintReviewService).approve({ viewer: staff, printJobId: id });
    expect(await fixture.log(id)).toEqual(['print-job.attach-file', 'print-job.approve']);
  });

  it('is no news to staff, whom the model was told to', async () => {
    const { id } = await aModel();
    await attach(id, cube);
    await fixture.takeJobs('staff.notify');
    await read(id);
    const { fileVersion } = await jobOf(id);
    await fixture.get(AutoApprovalService).consider({ printJobId: id, fileVersion });
    expect((await jobOf(id)).status).toBe('awaiting_review');
    expect(await fixture.takeJobs('staff.notify')).toEqual([]);
  });

  it('is unpacked when it comes packed, and what it came in is not kept', async () => {
    const { id } = await aModel();
    const packed = await anArchive({ 'Metadata/plate_1.gcode': cube.toString() });
    const { sha256 } = await attach(id, packed, { fileName: 'leaf.gcode.3mf' });
    await read(id);
    await forgetAll();
    expect(await jobOf(id)).toMatchObject({ refusalCode: null, gcodeOrigin: 'attached', gcodeName: 'leaf.gcode.3mf' });
    expect([await whatThePrinterGets(id), await keeps(sha256)]).toEqual([cube.toString(), false]);
  });

  it.each([
    ['is a model, too', openModel, 'print.unsupported_file'],
    ['is a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), 'print.unsupported_file'],
  ])(
    'comes back to them when it %s: the model waits as before, and its owner hears nothing',
    async (_what, content, code) => {
      const { id, sha256 } = await aModel();
      const attached = await attach(id, content);
      await read(id);
      await forgetAll();
      const job = await jobOf(id);
      expect(job).toMatchObject({
        status: 'awaiting_review',
        refusalCode: code,
        fileSha256: sha256,
        modelFormat: 'STL',
      });
      expect([job.gcodeSha256, job.gcodeOrigin, job.gcodeName]).toEqual([null, null, null]);
      expect(await keeps(attached.sha256)).toBe(attached.sha256 === sha256);
      expect(await fixture.takeJobs('mail.send')).toEqual([]);
      const approval = fixture.get(PrintReviewService).approve({ viewer: staff, printJobId: id });
      await expect(approval).rejects.toMatchObject({ code: 'print.wrong_state' });
    },
  );

  it('comes back to them also when a public printer must not run it', async () => {
    const { id } = await aModel();
    await attach(id, cube.toString().replace('G28', 'M502\nG28'));
    await read(id);
    expect(await jobOf(id)).toMatchObject({ status: 'awaiting_review', refusalCode: 'print.unsafe_command' });
    expect(await fixture.takeJobs('mail.send')).toEqual([]);
    await attach(id, cube);
    await read(id);
    expect(await jobOf(id)).toMatchObject({ status: 'awaiting_review', refusalCode: null });
  });

  it('can be taken away again, and then the model waits to be sliced', async () => {
    const { id, sha256 } = await aModel();
    const attached = await attach(id, cube);
    await read(id);
    await attachments.detach({ viewer: staff, printJobId: id });
    await read(id);
    await forgetAll();
    expect(await jobOf(id)).toMatchObject({
      refusalCode: 'print.needs_slicing',
      gcodeSha256: null,
      toolpathSha256: null,
    });
    expect([await keeps(sha256), await keeps(attached.sha256)]).toEqual([true, false]);
    const again = attachments.detach({ viewer: staff, printJobId: id });
    await expect(again).rejects.toMatchObject({ code: 'print.wrong_state' });
  });

  it('is thrown away with the model when its owner sends another one', async () => {
    const { id, sha256 } = await aModel();
    const attached = await attach(id, cube);
    await read(id);
    const file = await stored(openModel.replaceAll('20', '25'));
    await fixture.get(PrintReplaceService).replace({ viewer: owner, printJobId: id }, { file, fileName: 'new.stl' });
    await read(id);
    await forgetAll();
    expect(await jobOf(id)).toMatchObject({
      refusalCode: 'print.needs_slicing',
      fileSha256: file.sha256,
      gcodeSha256: null,
      gcodeOrigin: null,
      gcodeName: null,
    });
    expect([await keeps(sha256), await keeps(attached.sha256)]).toEqual([false, false]);
  });

  it('is theirs to attach: its owner may not, and to others the print is not there', async () => {
    const { id } = await aModel();
    const stranger = await fixture.aPerson();
    await expect(attach(id, 'G28 ; mine', { viewer: owner })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(attach(id, 'G28 ; yours', { viewer: stranger })).rejects.toMatchObject({ code: 'not_found' });
    expect(await jobOf(id)).toMatchObject({ status: 'awaiting_review', fileVersion: 1 });
  });

  it('at the moment when its owner sends another model is of the old one, and refused', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const { id } = await aModel(`${openModel} ${round}`);
      const file = await stored(openModel.replaceAll('20', String(30 + round)));
      const [attached, replaced] = await Promise.allSettled([
        attach(id, cube),
        fixture.get(PrintReplaceService).replace({ viewer: owner, printJobId: id }, { file, fileName: 'new.stl' }),
      ]);
      const { gcodeOrigin } = await jobOf(id);
      outcomes.add(`${attached.status} ${replaced.status} ${gcodeOrigin}`);
    }
    const possible = ['fulfilled rejected attached', 'rejected fulfilled null'];
    expect([...outcomes].filter((outcome) => !possible.includes(outcome))).toEqual([]);
  });
});
