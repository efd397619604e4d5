import type { Viewer } from '#libs/people';
import { PrinterCareService } from '#libs/printing';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { CareRounds } from './care-rounds.js';

let fixture: PrintingFixture;
let care: PrinterCareService;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  care = fixture.get(PrinterCareService);
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`UPDATE resource SET out_of_order_reason = NULL, out_of_order_until = NULL`);
});

const show = () => care.show(staff, 'printer-1');
const done = (taskId: string, note: string | null = null) =>
  care.noteDone({ viewer: staff, locale: 'en' }, 'printer-1', { taskId, note });
const reason = async () => {
  const [row] = await fixture.database.query<{ reason: string | null }>(
    `SELECT out_of_order_reason AS reason FROM resource WHERE id = $1`,
    [fixture.printerId()],
  );
  return row?.reason;
};

/** A print that was sent and ends as it is told. */
async function aPrint(minutes: number, outcome: 'completed' | 'failed' | 'cancelled'): Promise<void> {
  const id = await fixture.aPrintingJob({ printer: 'printer-1' });
  fixture.clock.advance(minutes);
  await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome, etaSeconds: null } });
  await fixture.see('printer-1');
}

/** A print that somebody began at the machine. */
async function aLocalPrint(minutes: number): Promise<void> {
  const localRun = { startedAt: fixture.clock.now().toISOString(), progress: 0, etaSeconds: null, outcome: null };
  const seen = { state: 'printing', plate: 'awaiting_clear', localPrint: true, localRun } as const;
  await fixture.see('printer-1', seen);
  fixture.clock.advance(minutes);
  await fixture.see('printer-1', { ...seen, state: 'awaiting_clear', localRun: { ...localRun, outcome: 'completed' } });
  await fixture.see('printer-1');
}

describe('what a printer has worked', () => {
  it('is nothing at first, and no rate of success', async () => {
    expect((await show()).usage).toEqual({
      hours: 0,
      prints: 0,
      completed: 0,
      failed: 0,
      cancelled: 0,
      successRate: null,
    });
  });

  it('counts prints that were sent and those that were begun at the machine, however they ended', async () => {
    await aPrint(60, 'completed');
    await aPrint(30, 'failed');
    await aPrint(15, 'cancelled');
    await aLocalPrint(15);
    const { usage } = await show();
    expect(usage).toEqual({
      hours: expect.closeTo(2),
      prints: 4,
      completed: 2,
      failed: 1,
      cancelled: 1,
      successRate: expect.closeTo(2 / 3),
    });
  });

  it('counts the print that runs now as far as it is', async () => {
    await fixture.aPrintingJob({ printer: 'printer-1' });
    fixture.clock.advance(30);
    expect((await show()).usage).toMatchObject({ hours: expect.closeTo(0.5), prints: 1, successRate: null });
  });

  it('is the printer’s own', async () => {
    await aPrint(60, 'completed');
    expect((await care.show(staff, 'printer-2')).usage).toMatchObject({ hours: 0, prints: 0 });
  });
});

describe('a maintenance task', () => {
  it('becomes due by hours, and begins anew when it is done, with who did it and what they wrote', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 2, stopsPrinter: false });
    await aPrint(60, 'completed');
    expect((await show()).tasks).toMatchObject([{ used: expect.closeTo(1), state: 'ok' }]);
    await aLocalPrint(75);
    expect((await show()).tasks).toMatchObject([{ used: expect.closeTo(2.25), state: 'due' }]);
    await done(id, 'axes were dry');
    const { tasks, history } = await show();
    expect(tasks).toMatchObject([{ used: 0, state: 'ok', countedFrom: fixture.clock.now().toISOString() }]);
    expect(history).toEqual([
      {
        id: expect.any(String) as string,
        task: 'Oil',
        doneAt: fixture.clock.now().toISOString(),
        person: { id: staff.accountId, displayName: staff.displayName },
        note: 'axes were dry',
        hours: expect.closeTo(2.25),
        prints: 2,
      },
    ]);
    expect(await fixture.log(fixture.printerId())).toEqual(
      expect.arrayContaining(['printer-task.add', 'printer-task.do']),
    );
  });

  it('becomes due by the number of prints', async () => {
    await care.addTask(staff, 'printer-1', { name: 'Level', everyPrints: 2, stopsPrinter: false });
    await aPrint(5, 'completed');
    await aPrint(5, 'failed');
    expect((await show()).tasks).toMatchObject([{ used: 2, state: 'due' }]);
  });

  it('counts of a print that ran when it was done only what came after', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 2, stopsPrinter: false });
    await fixture.aPrintingJob({ printer: 'printer-1' });
    fixture.clock.advance(60);
    await done(id);
    fixture.clock.advance(30);
    expect((await show()).tasks).toMatchObject([{ used: expect.closeTo(0.5) }]);
  });

  it('is gone when it is removed, and its history stays', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 2, stopsPrinter: false });
    await done(id);
    await care.retireTask(staff, 'printer-1', id);
    expect(await show()).toMatchObject({ tasks: [], history: [{ task: 'Oil' }] });
    await expect(done(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is on the list of the shift from when it is due until it is done', async () => {
    const due = () => care.due('test-hub', { viewer: staff, locale: 'en' });
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 2, stopsPrinter: false });
    await aPrint(110, 'completed');
    expect(await due()).toEqual([]);
    await aPrint(10, 'completed');
    const printer = { slug: 'printer-1', name: expect.any(String) as string };
    expect(await due()).toEqual([{ task: { id, name: 'Oil' }, printer, state: 'due' }]);
    await aPrint(30, 'completed');
    expect(await due()).toMatchObject([{ state: 'overdue' }]);
    await done(id);
    expect(await due()).toEqual([]);
    await expect(care.due('test-hub', { viewer: await fixture.aPerson(), locale: 'en' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('is nobody else’s business, and no other printer’s', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 2, stopsPrinter: false });
    await expect(care.show(await fixture.aPerson(), 'printer-1')).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      care.noteDone({ viewer: staff, locale: 'en' }, 'printer-2', { taskId: id, note: null }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a task that stops its printer', () => {
  const rounds = () => fixture.get(CareRounds).stopDue();

  it('puts it out of order when it is due, and back in order when it is done', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 1, stopsPrinter: true });
    await rounds();
    expect(await reason()).toBeNull();
    await aPrint(60, 'completed');
    await rounds();
    expect(await reason()).toBe('Oil');
    await done(id);
    expect(await reason()).toBeNull();
    await rounds();
    expect(await reason()).toBeNull();
  });

  it('leaves it to staff to run it all the same until the task is done', async () => {
    await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 1, stopsPrinter: true });
    await aPrint(60, 'completed');
    await rounds();
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = NULL`);
    await rounds();
    expect(await reason()).toBeNull();
  });

  it('does not put back in order what staff have put out of order', async () => {
    const { id } = await care.addTask(staff, 'printer-1', { name: 'Oil', everyHours: 1, stopsPrinter: true });
    await aPrint(60, 'completed');
    await rounds();
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = 'broken' WHERE id = $1`, [
      fixture.printerId(),
    ]);
    await done(id);
    expect(await reason()).toBe('broken');
  });

  it.each([
    ['Oil', 'Belts'],
    ['Belts', 'Oil'],
  ])('keeps it out of order until the other such task is done, too: first %s, then %s', async (first, second) => {
    const ids = new Map<string, string>();
    for (const name of ['Oil', 'Belts']) {
      const { id } = await care.addTask(staff, 'printer-1', { name, everyHours: 1, stopsPrinter: true });
      ids.set(name, id);
    }
    await aPrint(60, 'completed');
    await rounds();
    await done(ids.get(first) ?? '');
    expect(await reason()).not.toBeNull();
    await done(ids.get(second) ?? '');
    expect(await reason()).toBeNull();
  });
});
