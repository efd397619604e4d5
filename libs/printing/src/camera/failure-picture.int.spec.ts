import { Readable } from 'node:stream';
import type { JobPayload } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { AttemptPictureView, PictureDeliveryService, PrintingViewService } from '#libs/printing';
import { FileStore } from '#libs/platform';
import { buffer } from 'node:stream/consumers';
import { aPhotograph } from '../../../../test/support/a-photograph.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { OrphanFiles } from '../privacy/orphan-files.js';
import { PrintingPersonalData } from '../privacy/printing-personal-data.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PictureLink } from './picture-link.js';
import { PictureRounds } from './picture-rounds.js';

let fixture: PrintingFixture;
let views: AttemptPictureView;
let owner: Viewer;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
  views = fixture.get(AttemptPictureView);
  [owner, staff] = [await fixture.aPerson(), await fixture.aPerson({ staff: true })];
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`UPDATE printer SET has_camera = true`);
});

/** A job that its printer has given up. @returns its id */
async function aFailedJob(): Promise<string> {
  const id = await fixture.aPrintingJob({ owner });
  await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'failed' } });
  return id;
}
async function askings(): Promise<string[]> {
  const jobs = await fixture.takeJobs('bridge.command');
  const payloads = jobs.map(({ payload }) => payload as JobPayload<'bridge.command'>);
  return payloads.flatMap((payload) => (payload.type === 'photograph' ? payload.askingId : []));
}
async function bring(content: Uint8Array = aPhotograph): Promise<void> {
  const [askingId = ''] = await askings();
  const { searchParams } = new URL(fixture.get(PictureLink).create(askingId));
  const link = { expires: Number(searchParams.get('expires')), signature: searchParams.get('signature') ?? '' };
  await fixture.get(PictureDeliveryService).take({ askingId, ...link }, content);
}
const rows = () => fixture.database.query<{ sha256: string | null }>(`SELECT sha256 FROM print_attempt_picture`);
const attemptOf = async (id: string, viewer = owner) =>
  (await fixture.get(PrintingViewService).job(viewer, id, 'en')).attempts[0];
const refused = (code: string) => expect.objectContaining({ code });

describe('a print that fails', () => {
  it('is photographed once, and its picture is for owner and staff', async () => {
    const id = await aFailedJob();
    await bring();
    const picture = await views.find(owner, id, 1);
    expect(picture.type).toBe('image/jpeg');
    expect(Buffer.compare(await buffer(await picture.open()), aPhotograph)).toBe(0);
    expect((await views.find(staff, id, 1)).sha256).toBe(picture.sha256);
    await expect(views.find(await fixture.aPerson(), id, 1)).rejects.toEqual(refused('not_found'));
    expect((await attemptOf(id))?.picture).toEqual({
      url: `/api/v1/print-jobs/${id}/attempts/1/picture?v=${picture.sha256.slice(0, 16)}`,
      takenAt: fixture.clock.now().toISOString(),
    });
    expect(await askings()).toEqual([]);
  });

  it('is not photographed when nothing failed, or where no camera is', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'completed', progress: 1 } });
    await fixture.database.query(`UPDATE printer SET has_camera = false`);
    const other = await fixture.aPrintingJob({ owner, printer: 'printer-2' });
    await fixture.seeOn('printer-2', other, { state: 'awaiting_clear', print: { outcome: 'failed' } });
    expect(await askings()).toEqual([]);
    expect((await attemptOf(other))?.picture).toBeNull();
  });

  it('fails all the same when no picture comes, and none is awaited for ever', async () => {
    const id = await aFailedJob();
    expect(await fixture.status(id)).toBe('failed');
    expect(await rows()).toEqual([{ sha256: null }]);
    fixture.clock.advance(11);
    await fixture.get(PictureRounds).forget();
    expect(await rows()).toEqual([]);
  });

  it('keeps nothing that is no picture', async () => {
    await aFailedJob();
    await expect(bring(Buffer.from('GIF89a'))).rejects.toEqual(refused('request.unsupported_media_type'));
    expect(await rows()).toEqual([]);
  });

  it('takes its picture with it when its files go', async () => {
    const id = await aFailedJob();
    await bring();
    const { sha256 } = await views.find(owner, id, 1);
    expect(await fixture.get(PrintJobRepository).unneeded([sha256])).toEqual([]);
    fixture.clock.advance(31 * 24 * 60);
    await fixture.get(PrintingPersonalData).expire(fixture.clock.now());
    const forgotten = (await fixture.takeJobs('print.forget-file')).map(({ payload }) => payload);
    expect(forgotten).toContainEqual({ sha256 });
    expect(await fixture.get(PrintJobRepository).unneeded([sha256])).toEqual([sha256]);
    await expect(views.find(owner, id, 1)).rejects.toEqual(refused('not_found'));
  });

  it('gives its picture to its owner with all other data, and lets it go with the person', async () => {
    const id = await aFailedJob();
    await bring();
    const subject = { accountId: owner.accountId, email: owner.email };
    const files = await fixture.get(PrintingPersonalData).exportFiles(subject);
    expect(files.map(({ path }) => path)).toEqual([`prints/${id}/attempt-1.jpg`]);
    await fixture.get(PrintingPersonalData).settle({ accountId: owner.accountId });
    expect(await rows()).toEqual([]);
  });

  it('has a file that the store keeps for as long as it is needed', async () => {
    await aFailedJob();
    await bring();
    const [{ sha256 } = { sha256: null }] = await rows();
    const orphan = await fixture.get(FileStore).put(Readable.from([Buffer.from('orphan')]), 100);
    fixture.clock.advance((Date.now() - fixture.clock.now().getTime()) / 60_000 + 24 * 60 + 10);
    await fixture.get(OrphanFiles).clean();
    const has = (file: string | null) => fixture.get(FileStore).has(file ?? '');
    expect([await has(sha256), await has(orphan.sha256)]).toEqual([true, false]);
  });
});
