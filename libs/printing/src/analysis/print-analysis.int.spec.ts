import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { Finding, PrintJobState } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Database, FileStore } from '#libs/platform';
import { binaryGcode } from '../../../../test/support/binary-gcode.js';
import { anAnalysis } from '../../../../test/support/print-rows.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { testConfig } from '../../../../test/support/test-config.js';
import type { FileAnalysed } from './analysis-result.js';
import { analyseInWorker } from './run-in-worker.js';
import { ModelSlicer } from '../slicing/model-slicer.js';
import { AnalysisEnding } from './analysis-ending.service.js';
import { PrintAnalysisService } from './print-analysis.service.js';
import { PrintCancelService } from '../job/print-cancel.service.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrintFileLink } from '../upload/print-file-link.js';
import { PrintFileService } from '../upload/print-file.service.js';
import { PrinterRepository } from '../printer/printer.repository.js';

// The thread needs the built files; what it finds has its own tests, and the real hub's.
jest.mock('./run-in-worker.js');
const reading = jest.mocked(analyseInWorker);

let fixture: PrintingFixture;
let service: PrintAnalysisService;
let upload: string;

const firstTry = { tryNumber: 1, isLastTry: false };
const lastTry = { tryNumber: 3, isLastTry: true };
const finds = (...findings: Finding[]): FileAnalysed => ({
  ok: true,
  analysis: { ...anAnalysis(600), findings, filaments: [{ material: 'PETG', millimetres: null, grams: null }] },
  thumbnail: { png: Buffer.from('picture'), source: 'drawn' },
  toolpath: Buffer.from('layers'),
  modelFormat: null,
  isPacked: false,
});
const finding = (severity: Finding['severity'], code: string): Finding => ({ severity, code, line: 1, params: {} });

beforeAll(async () => {
  Logger.overrideLogger(false);
  fixture = await PrintingFixture.create();
  const files = fixture.get(FileStore);
  await files.onModuleInit();
  ({ sha256: upload } = await files.put(Readable.from(['what was sent']), 100));
  const [jobs, printers] = [fixture.get(PrintJobRepository), fixture.get(PrinterRepository)];
  const slicer = new ModelSlicer(testConfig({ DATABASE_URL: 'postgres://nowhere', SLICER_PATH: 'none' }));
  const ending = fixture.get(AnalysisEnding);
  service = new PrintAnalysisService(fixture.get(Database), files, jobs, printers, slicer, ending);
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

/** A job with its file in the store. */
const aJob = async (of: { status: PrintJobState; owner?: Viewer }) => {
  const id = await fixture.aPrintJob(of);
  await fixture.database.query('UPDATE print_job SET file_sha256 = $2 WHERE id = $1', [id, upload]);
  return id;
};
const row = async (id: string) => {
  const [job] = await fixture.database.query(
    `SELECT status, refusal_code AS refusal, material, thumbnail_sha256 IS NOT NULL AS "hasPicture",
       toolpath_sha256 IS NOT NULL AS "hasToolpath", analysis IS NOT NULL AS "isAnalysed" FROM print_job WHERE id = $1`,
    [id],
  );
  return job;
};

const mailed = async () => (await fixture.takeJobs('mail.send')).map(({ payload }) => payload.template);

describe('an analysed file', () => {
  it('goes to staff, with its picture, its toolpath and the material it names', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockResolvedValueOnce(finds(finding('warning', 'print.material_unknown')));
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toEqual({
      status: 'awaiting_review',
      refusal: null,
      material: 'PETG',
      hasPicture: true,
      hasToolpath: true,
      isAnalysed: true,
    });
    expect(fixture.live).toEqual([{ topic: 'queue', hub: 'test-hub' }]);
    expect(await mailed()).toEqual([]);
    // Staff are told once the hub's rule has not approved it.
    expect(await fixture.takeJobs('print.auto-approve')).toHaveLength(1);
    expect(await fixture.takeJobs('staff.notify')).toEqual([]);
  });

  it.each([
    ['print.unsafe_command', 'print.unsafe_command'],
    ['print.out_of_bed', 'print.out_of_bed'],
    ['print.truncated', 'print.corrupt_file'],
  ])('goes back to its owner for %s', async (code, refusal) => {
    const id = await aJob({ status: 'analysing' });
    reading.mockResolvedValueOnce(finds(finding('warning', 'print.material_unknown'), finding('error', code)));
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toMatchObject({ status: 'needs_changes', refusal, isAnalysed: true });
    expect(await mailed()).toEqual(['printFileRefused']);
  });

  it('waits for staff when it is a model that somebody has to slice', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockResolvedValueOnce({
      ...finds(finding('error', 'print.needs_slicing')),
      thumbnail: null,
      modelFormat: 'STL',
    });
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toMatchObject({
      status: 'awaiting_review',
      refusal: 'print.needs_slicing',
      isAnalysed: true,
    });
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([{ payload: { topic: 'print_review' } }]);
  });

  it('is rejected when it is no print file', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockResolvedValueOnce({ ok: false, code: 'print.unsupported_file', detail: 'a picture' });
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toMatchObject({ status: 'rejected', refusal: 'print.unsupported_file', isAnalysed: false });
    expect(await mailed()).toEqual(['printFileRefused']);
    expect(await fixture.takeJobs('print.forget-file')).toMatchObject([{ payload: { sha256: upload } }]);
  });

  it('stays cancelled when its owner gave it up meanwhile', async () => {
    const owner = await fixture.aPerson();
    const id = await aJob({ status: 'analysing', owner });
    reading.mockImplementationOnce(async () => {
      await fixture.get(PrintCancelService).cancel(owner, id);
      return finds();
    });
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toMatchObject({ status: 'cancelled', isAnalysed: false });
  });

  it('leaves alone what has got another file meanwhile', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockImplementationOnce(async () => {
      await fixture.database.query('UPDATE print_job SET file_version = 2 WHERE id = $1', [id]);
      return finds();
    });
    await service.analyse({ printJobId: id }, firstTry);
    expect(await row(id)).toMatchObject({ status: 'analysing', isAnalysed: false });
    expect(await fixture.takeJobs('print.forget-file')).toHaveLength(2);
  });

  it('is not read again', async () => {
    reading.mockClear();
    await service.analyse({ printJobId: await fixture.aPrintJob({ status: 'awaiting_review' }) }, firstTry);
    expect(reading).not.toHaveBeenCalled();
  });
});

describe('a file that holds its G-code packed', () => {
  const stored = async (status = 'analysing' as const) => {
    const content = Readable.from([binaryGcode('G28\nG1 X1 Y1 E1\n', { encoding: 'MeatPack' })]);
    const { sha256 } = await fixture.get(FileStore).put(content, 10_000);
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintJob({ status, owner });
    await fixture.database.query('UPDATE print_job SET file_sha256 = $2 WHERE id = $1', [id, sha256]);
    return { id, owner };
  };

  it('reaches the printer as plain G-code', async () => {
    const { id } = await stored();
    reading.mockResolvedValueOnce({ ...finds(), isPacked: true });
    await service.analyse({ printJobId: id }, firstTry);
    const link = new URL(fixture.get(PrintFileLink).create(id));
    const signature = link.searchParams.get('signature') ?? '';
    const expires = Number(link.searchParams.get('expires'));
    const { stream, sizeBytes } = await fixture.get(PrintFileService).open({ printJobId: id, signature, expires });
    const text = Buffer.concat(await stream.toArray());
    expect(text.toString()).toContain('G28\nG1 X1 Y1 E1\n');
    expect(text).toHaveLength(sizeBytes);
  });

  it('leaves nothing behind when its owner gave it up meanwhile', async () => {
    const { id, owner } = await stored();
    reading.mockImplementationOnce(async () => {
      await fixture.get(PrintCancelService).cancel(owner, id);
      return { ...finds(), isPacked: true };
    });
    await service.analyse({ printJobId: id }, firstTry);
    const forgotten = await fixture.takeJobs('print.forget-file');
    expect(forgotten).toHaveLength(3);
  });
});

describe('an analysis that breaks', () => {
  it('is tried again, and refuses the file when it breaks every time', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockRejectedValue(new Error('out of memory'));
    await expect(service.analyse({ printJobId: id }, firstTry)).rejects.toThrow('out of memory');
    expect(await row(id)).toMatchObject({ status: 'analysing' });
    await service.analyse({ printJobId: id }, lastTry);
    expect(await row(id)).toMatchObject({ status: 'rejected', refusal: 'print.corrupt_file' });
  });

  it('does not blame the file for the disk', async () => {
    const id = await aJob({ status: 'analysing' });
    reading.mockRejectedValue(Object.assign(new Error('EIO'), { syscall: 'read' }));
    await expect(service.analyse({ printJobId: id }, lastTry)).rejects.toThrow('EIO');
    expect(await row(id)).toMatchObject({ status: 'analysing' });
  });
});
