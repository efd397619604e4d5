import { PrintingFixture } from '../../../../test/support/printing-fixture.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const endOn = (slug: string, id: string, outcome: 'completed' | 'cancelled' | 'failed') =>
  fixture.seeOn(slug, id, { state: 'awaiting_clear', print: { outcome } });

describe('a cleared plate', () => {
  it.each([
    ['completed', 'done'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
  ] as const)('ends the calendar’s time of a %s print at once, and the next job starts', async (outcome, status) => {
    const id = await fixture.aPrintingJob();
    const next = await fixture.aPrintJob({ printer: 'printer-1' });
    fixture.clock.advance(15);
    await endOn('printer-1', id, outcome);
    await fixture.plan();
    expect(await fixture.status(next)).toBe('queued');
    expect(await fixture.calendar()).toEqual(['10:00–10:25 print']);
    fixture.clock.advance(2);
    await fixture.takeJobs('print.plan');
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe(status);
    expect(await fixture.calendar()).toEqual(['10:00–10:17 print']);
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
    await fixture.plan();
    expect(await fixture.status(next)).toBe('dispatching');
    expect(await fixture.calendar()).toEqual(['10:00–10:17 print', '10:17–11:27 print']);
  });

  it('leaves the job of another printer waiting for its own', async () => {
    const id = await fixture.aPrintingJob();
    await endOn('printer-1', id, 'completed');
    await fixture.see('printer-2');
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });

  it('finishes a print whose end is only told afterwards', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.see('printer-1');
    await endOn('printer-1', id, 'completed');
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('done');
  });
});

describe('the calendar of a running print', () => {
  const withTimeLeft = (id: string, etaSeconds: number | null) =>
    fixture.seeOn('printer-1', id, { print: { etaSeconds } });

  it('follows the estimate, later and earlier, with time for clearing', async () => {
    const id = await fixture.aPrintingJob();
    await withTimeLeft(id, 7200);
    expect(await fixture.calendar()).toEqual(['10:00–12:10 print']);
    await withTimeLeft(id, 600);
    expect(await fixture.calendar()).toEqual(['10:00–10:20 print']);
  });

  it('meets a booking: both sides are told once, nothing fails, and both stay as they are', async () => {
    const id = await fixture.aPrintingJob();
    await withTimeLeft(id, 600);
    const next = await fixture.aPerson();
    await fixture.aBookingOf('printer-1', 30, 60, next);
    await fixture.aBookingOf('printer-1', 120, 180);
    await withTimeLeft(id, 3600);
    await withTimeLeft(id, 3700);
    expect(await fixture.takeJobs('mail.send')).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          to: next.email,
          template: 'bookingDelayed',
          params: expect.objectContaining({
            until: { startsAt: '2026-01-12T11:10:00.000Z', timeZone: 'Europe/Helsinki' },
          }) as object,
        }) as object,
      }),
    ]);
    expect(await fixture.calendar()).toEqual(['10:00–10:20 print', '10:30–11:00 booking', '12:00–13:00 booking']);
    expect(await fixture.log(id)).toEqual(['print-attempt.runs-into-booking']);
    expect(await fixture.status(id)).toBe('printing');
    expect(await fixture.attempt(id)).toMatchObject({ progress: 0.5 });
  });

  it('holds a printer that is late, or tells no time, until it is done', async () => {
    const id = await fixture.aPrintingJob();
    await withTimeLeft(id, 600);
    fixture.clock.advance(30);
    await withTimeLeft(id, null);
    expect(await fixture.calendar()).toEqual(['10:00–10:40 print']);
  });

  it('holds a printer whose bridge has a slow clock', async () => {
    const id = await fixture.aDispatchedJob();
    await fixture.seeOn('printer-1', id, { observedAt: '2026-01-11T10:00:00.000Z', print: { etaSeconds: 60 } });
    expect(await fixture.status(id)).toBe('printing');
    expect(await fixture.calendar()).toEqual(['10:00–10:10 print']);
  });
});
