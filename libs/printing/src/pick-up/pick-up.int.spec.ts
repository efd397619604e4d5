import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { tallyDone } from '../../../../test/support/tally.js';
import { PrintReconciler } from '../dispatch/print-reconciler.js';
import { PrintingViewService } from '../job/printing-view.service.js';
import { PickUpService } from './pick-up.service.js';

const dayMinutes = 24 * 60;

let fixture: PrintingFixture;
let owner: Viewer;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
});

const pickUps = () => fixture.get(PickUpService);
const show = async (id: string) => (await fixture.get(PrintingViewService).job(owner, id, 'en')).pickUp;
const letters = async () => (await fixture.takeJobs('mail.send')).map(({ payload }) => payload);

/** A print whose part has just been taken off. */
async function aFinishedPart(printer = 'printer-1', of = owner): Promise<string> {
  const id = await fixture.aPrintingJob({ printer, owner: of });
  await fixture.seeOn(printer, id, { state: 'awaiting_clear', print: { outcome: 'completed' } });
  await fixture.see(printer);
  return id;
}

describe('a part that was taken off the plate', () => {
  it('is put on the shelf under a code, and its owner is told once', async () => {
    const id = await aFinishedPart();
    await fixture.see('printer-1');
    expect(await show(id)).toEqual({
      shelfCode: 1,
      readyAt: '2026-01-12T10:00:00.000Z',
      disposeAt: '2026-01-26T10:00:00.000Z',
      endedAt: null,
      endedAs: null,
    });
    expect(await letters()).toEqual([
      expect.objectContaining({
        to: owner.email,
        template: 'printReady',
        params: expect.objectContaining({ fileName: 'part.gcode', shelfCode: 1 }) as object,
      }),
    ]);
  });

  it('gets the smallest code that no other part has, also when two are taken off at once', async () => {
    const [first, second] = [await aFinishedPart(), await aFinishedPart()];
    expect([(await show(first))?.shelfCode, (await show(second))?.shelfCode]).toEqual([1, 2]);
    await pickUps().collect(owner, first);
    const printing = ['printer-1', 'printer-2'].map(async (printer) => {
      const id = await fixture.aPrintingJob({ printer, owner: await fixture.aPerson() });
      await fixture.seeOn(printer, id, { state: 'awaiting_clear', print: { outcome: 'completed' } });
    });
    await Promise.all(printing);
    await Promise.all([fixture.see('printer-1'), fixture.see('printer-2')]);
    const rows = await fixture.database.query<{ code: number }>(
      `SELECT shelf_code AS code FROM print_pick_up WHERE ended_at IS NULL ORDER BY 1`,
    );
    expect(rows.map(({ code }) => code)).toEqual([1, 2, 3]);
  });

  it('is not there of a print that failed', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'failed' } });
    await fixture.see('printer-1');
    expect(await show(id)).toBeNull();
  });
});

describe('a part on the shelf', () => {
  it.each(['owner', 'staff'])('is collected by its %s, once', async (who) => {
    const id = await aFinishedPart();
    const viewer = who === 'owner' ? owner : staff;
    const answers = await tallyDone([pickUps().collect(viewer, id), pickUps().collect(viewer, id)]);
    expect(answers).toEqual({ done: 1, 'print.wrong_state': 1 });
    expect(await show(id)).toMatchObject({ endedAs: 'collected', endedAt: '2026-01-12T10:00:00.000Z' });
    expect(await fixture.log(id)).toEqual(['print-attempt.completed', 'print-job.collect']);
  });

  it('is nobody else’s', async () => {
    const id = await aFinishedPart();
    expect(await endOf(pickUps().collect(await fixture.aPerson(), id))).toBe('not_found');
    expect(await endOf(pickUps().dispose(await fixture.aPerson(), id))).toBe('not_found');
    expect(await endOf(pickUps().dispose(owner, id))).toBe('auth.forbidden');
  });

  it('is remembered after a week, once, unless it was collected', async () => {
    const [waiting, collected] = [await aFinishedPart(), await aFinishedPart()];
    await pickUps().collect(owner, collected);
    await letters();
    fixture.clock.advance(7 * dayMinutes - 1);
    await fixture.get(PrintReconciler).reconcile();
    expect(await letters()).toEqual([]);
    fixture.clock.advance(1);
    const rounds = [fixture.get(PrintReconciler).reconcile(), fixture.get(PrintReconciler).reconcile()];
    await Promise.all(rounds);
    expect(await letters()).toEqual([
      expect.objectContaining({
        template: 'printWaits',
        params: expect.objectContaining({ shelfCode: (await show(waiting))?.shelfCode }) as object,
      }),
    ]);
  });

  it('may be thrown away after two weeks, and not before', async () => {
    const id = await aFinishedPart();
    fixture.clock.advance(14 * dayMinutes - 1);
    expect(await endOf(pickUps().dispose(staff, id))).toBe('print.wrong_state');
    fixture.clock.advance(1);
    await pickUps().dispose(staff, id);
    expect(await show(id)).toMatchObject({ endedAs: 'disposed' });
    expect(await endOf(pickUps().collect(owner, id))).toBe('print.wrong_state');
  });

  it('is in the list of what waits until it is gone', async () => {
    const id = await aFinishedPart();
    await fixture.aPrintJob({ owner });
    const shelf = async () => {
      const items = await fixture.get(PrintingViewService).list(staff, { onShelf: 'true' }, 'en');
      return items.map((item) => item.id);
    };
    expect(await shelf()).toEqual([id]);
    await pickUps().collect(staff, id);
    expect(await shelf()).toEqual([]);
  });
});
