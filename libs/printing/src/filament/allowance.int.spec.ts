import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { tallyDone } from '../../../../test/support/tally.js';
import { PrintReviewService } from '../job/print-review.service.js';
import { AllowanceService } from './allowance.service.js';
import { FilamentOverviewService } from './filament-overview.service.js';

const hub = 'test-hub';

let fixture: PrintingFixture;
let admin: Viewer;
let owner: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  const staff = await fixture.aPerson({ staff: true });
  admin = { ...staff, roles: [{ role: 'admin', hubId: fixture.hubId, hub }] };
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  owner = await fixture.aPerson();
  await allow(100);
});

const allow = (allowanceGrams: number | null, ifMatch?: number[]) =>
  fixture
    .get(FilamentOverviewService)
    .setRules(hub, { allowanceGrams, lowStockGrams: 200, lowStockByMaterial: {} }, { viewer: admin, ifMatch });
const show = () => fixture.get(AllowanceService).show(hub, owner);
const approve = (printJobId: string) => fixture.get(PrintReviewService).approve({ viewer: admin, printJobId });
const inReview = (grams: number) => fixture.aPrintJob({ owner, grams, status: 'awaiting_review' });

async function aPrint(grams: number, end: { outcome: 'completed' | 'failed'; cause?: string }): Promise<void> {
  const id = await fixture.aPrintingJob({ owner, grams });
  const reason = end.cause === undefined ? null : { code: end.cause, native: 'x' };
  const print = { outcome: end.outcome, progress: 1 };
  await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', reason, print });
  await fixture.see('printer-1');
}

describe('a month’s allowance', () => {
  it('is 500 g where the hub has said nothing', async () => {
    await fixture.database.query(`TRUNCATE filament_rules`);
    expect(await show()).toEqual({
      allowanceGrams: 500,
      usedGrams: 0,
      pendingGrams: 0,
      leftGrams: 500,
      renewsAt: '2026-01-31T22:00:00.000Z',
    });
  });

  it('is changed by one administrator at a time: who has read an older rule is told', async () => {
    await fixture.database.query(`TRUNCATE filament_rules`);
    expect(await tallyDone([allow(200, [0]), allow(300, [0])])).toEqual({ done: 1, 'precondition.failed': 1 });
    expect(await allow(400, [1])).toMatchObject({ allowanceGrams: 400, version: 2 });
  });

  it('is used by prints, and set aside for those on their way', async () => {
    await aPrint(30, { outcome: 'completed' });
    await inReview(20);
    await fixture.aPrintJob({ owner, grams: 10 });
    expect(await show()).toMatchObject({ usedGrams: 30, pendingGrams: 30, leftGrams: 40 });
  });

  it('is not used by what a machine spoils', async () => {
    await aPrint(30, { outcome: 'failed', cause: 'machine' });
    expect(await show()).toMatchObject({ usedGrams: 0, leftGrams: 100 });
  });

  it('is whole again when the month changes in the hub', async () => {
    await aPrint(100, { outcome: 'completed' });
    expect((await show()).leftGrams).toBe(0);
    fixture.clock.advance((Date.parse('2026-01-31T22:00:00Z') - fixture.clock.now().getTime()) / 60_000);
    expect((await show()).leftGrams).toBe(100);
  });

  it('keeps a print from the queue that does not fit in', async () => {
    await aPrint(60, { outcome: 'completed' });
    const id = await inReview(50);
    expect(await endOf(approve(id))).toBe('print.limit_reached');
    expect(await fixture.status(id)).toBe('awaiting_review');
    await allow(null);
    await approve(id);
    expect(await fixture.status(id)).toBe('queued');
  });

  it('lets one of two prints in that fit alone but not together, however they come', async () => {
    const database = fixture.database;
    const allowance = fixture.get(AllowanceService);
    const of = { accountId: owner.accountId, hubId: fixture.hubId, grams: 60 };
    const read = (id: string) =>
      database.transaction(async (tx) => {
        await allowance.assertFits(tx, { ...of, id });
        await tx.query(`UPDATE print_job SET status = 'awaiting_review' WHERE id = $1`, [id]);
      });
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => fixture.aPrintJob({ owner, grams: 60, status: 'uploaded' })),
    );
    expect(await tallyDone(ids.map(read))).toEqual({ done: 1, 'print.limit_reached': 5 });
  });

  it('does not hold for whoever works in the hub', async () => {
    await fixture.database.query(`INSERT INTO role_assignment (account_id, role, hub_id) VALUES ($1, 'staff', $2)`, [
      owner.accountId,
      fixture.hubId,
    ]);
    const id = await inReview(5000);
    await approve(id);
    expect(await fixture.status(id)).toBe('queued');
  });
});
