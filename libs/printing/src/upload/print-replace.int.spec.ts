import { Readable } from 'node:stream';
import type { Viewer } from '#libs/people';
import { FileStore, type StoredFile } from '#libs/platform';
import type { PrintJobState } from '#libs/contracts';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { AutoApprovalService } from '../approval/auto-approval.service.js';
import { PrintReviewService } from '../job/print-review.service.js';
import { PrintReplaceService } from './print-replace.service.js';
import { PrintUploadService } from './print-upload.service.js';

let fixture: PrintingFixture;
let replacements: PrintReplaceService;
let reviews: PrintReviewService;
let owner: Viewer;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
  replacements = fixture.get(PrintReplaceService);
  reviews = fixture.get(PrintReviewService);
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const stored = (content: string): Promise<StoredFile> =>
  fixture.get(PrintUploadService).store(Readable.from([Buffer.from(content)]));
const aJob = (status: PrintJobState = 'needs_changes') => fixture.aPrintJob({ owner, status });
const rowOf = async (id: string) => {
  const [row] = await fixture.database.query<Record<string, unknown>>(
    `SELECT status, file_name AS "fileName", file_sha256 AS sha256, file_version AS "fileVersion", analysis,
       refusal_code AS refusal, thumbnail_sha256 AS thumbnail, toolpath_sha256 AS toolpath, gcode_sha256 AS gcode, version
     FROM print_job WHERE id = $1`,
    [id],
  );
  return row;
};
const replace = async (
  id: string,
  { viewer = owner, content = 'G28 ; better', ifMatch = undefined as number[] | undefined } = {},
) => {
  const file = await stored(content);
  await replacements.replace({ viewer, printJobId: id, ifMatch }, { file, fileName: 'better.gcode' });
  return file;
};
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );

describe('another file for a print', () => {
  it.each(['needs_changes', 'awaiting_review'] as const)(
    'takes the place of the first while it is %s: it is read anew and nothing stays of the old one',
    async (status) => {
      const id = await aJob(status);
      const [thumbnail, toolpath] = ['b'.repeat(64), 'c'.repeat(64)];
      await fixture.database.query(
        `UPDATE print_job SET refusal_code = 'print.out_of_bed', thumbnail_sha256 = $2, toolpath_sha256 = $3 WHERE id = $1`,
        [id, thumbnail, toolpath],
      );
      const file = await replace(id);
      expect(await rowOf(id)).toMatchObject({
        status: 'analysing',
        fileName: 'better.gcode',
        sha256: file.sha256,
        fileVersion: 2,
        analysis: null,
        refusal: null,
        thumbnail: null,
        toolpath: null,
      });
      expect(await fixture.takeJobs('print.analyse')).toMatchObject([
        { payload: { printJobId: id }, jobId: `analyse-${id}-2` },
      ]);
      const forgotten = (await fixture.takeJobs('print.forget-file')).map(({ payload }) => payload.sha256);
      expect(new Set(forgotten)).toEqual(new Set(['a'.repeat(64), thumbnail, toolpath]));
      expect(await fixture.log(id)).toEqual(['print-job.replace-file']);
    },
  );

  it.each(['analysing', 'queued', 'printing', 'rejected', 'done', 'cancelled'] as const)(
    'comes too late when it is %s, and is not kept',
    async (status) => {
      const id = await aJob(status);
      const file = await stored(`G28 ; ${status}`);
      const change = { viewer: owner, printJobId: id };
      expect(await outcomeOf(replacements.replace(change, { file, fileName: 'x' }))).toBe('print.wrong_state');
      expect(await rowOf(id)).toMatchObject({ status, fileVersion: 1 });
      expect(await fixture.get(FileStore).has(file.sha256)).toBe(false);
    },
  );

  it('is the owner’s or the staff’s to send; to others the print is not there', async () => {
    const id = await aJob();
    expect(await outcomeOf(replace(id, { viewer: await fixture.aPerson() }))).toBe('not_found');
    expect(await outcomeOf(replace(id, { viewer: staff }))).toBe('ok');
  });

  it.each([
    ['news to staff when its owner sends it', () => owner, 1],
    ['no news to staff when one of them has sent it', () => staff, 0],
  ])('is %s', async (_, sender, count) => {
    const id = await aJob();
    await replace(id, { viewer: sender() });
    await fixture.database.query(`UPDATE print_job SET status = 'awaiting_review' WHERE id = $1`, [id]);
    await fixture.get(AutoApprovalService).consider({ printJobId: id, fileVersion: 2 });
    await fixture.get(AutoApprovalService).consider({ printJobId: id, fileVersion: 2 });
    const told = (await fixture.takeJobs('staff.notify')).map(({ payload }) => payload.newsId);
    expect(new Set(told)).toHaveProperty('size', count);
  });

  it('may be the very same file', async () => {
    const id = await aJob();
    const { sha256 } = await replace(id, { content: 'G28 ; same' });
    await fixture.database.query(`UPDATE print_job SET status = 'needs_changes' WHERE id = $1`, [id]);
    expect((await replace(id, { content: 'G28 ; same' })).sha256).toBe(sha256);
    await fixture.get(PrintUploadService).discard({ sha256 });
    expect(await fixture.get(FileStore).has(sha256)).toBe(true);
  });

  it('that is empty is refused', async () => {
    const id = await aJob();
    expect(await outcomeOf(replace(id, { content: '' }))).toBe('print.unsupported_file');
    expect(await rowOf(id)).toMatchObject({ status: 'needs_changes', fileVersion: 1 });
  });
});

describe('an approval', () => {
  it('is of the file that was looked at: with another one there it is refused', async () => {
    const id = await aJob('awaiting_review');
    const seen = Number((await rowOf(id))?.version);
    await replace(id);
    await fixture.database.query(
      `UPDATE print_job SET status = 'awaiting_review', analysis = '{}', version = version + 1 WHERE id = $1`,
      [id],
    );
    const approval = { viewer: staff, printJobId: id, ifMatch: [seen] };
    expect(await outcomeOf(reviews.approve(approval))).toBe('precondition.failed');
    expect(await outcomeOf(reviews.reject(approval, 'no'))).toBe('precondition.failed');
    expect(await fixture.status(id)).toBe('awaiting_review');
    const now = Number((await rowOf(id))?.version);
    expect(await outcomeOf(reviews.approve({ ...approval, ifMatch: [now] }))).toBe('ok');
  });

  it('and another file at the same moment: one of them comes first, and the other is refused', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 15; round += 1) {
      const id = await aJob('awaiting_review');
      const version = Number((await rowOf(id))?.version);
      const [approved, replaced] = await Promise.all([
        outcomeOf(reviews.approve({ viewer: staff, printJobId: id, ifMatch: [version] })),
        outcomeOf(replace(id, { content: `G28 ; ${round}` })),
      ]);
      seen.add(`${approved} ${replaced} ${await fixture.status(id)}`);
    }
    const possible = ['ok print.wrong_state queued', 'precondition.failed ok analysing'];
    expect([...seen].filter((outcome) => !possible.includes(outcome))).toEqual([]);
  });
});
