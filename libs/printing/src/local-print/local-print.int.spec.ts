import type { PrinterStatus } from '#libs/contracts';
import { PrintingViewService } from '#libs/printing';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

/** A snapshot of a printer at which somebody has begun a print, at ten. */
const aLocalPrint = (changes: Partial<NonNullable<PrinterStatus['localRun']>> = {}): Partial<PrinterStatus> => ({
  state: 'printing',
  plate: 'awaiting_clear',
  localPrint: true,
  localRun: { startedAt: '2026-01-12T10:00:00Z', progress: 0.1, etaSeconds: 3000, outcome: null, ...changes },
});
const ended: Partial<PrinterStatus> = {
  ...aLocalPrint({ progress: 1, etaSeconds: null, outcome: 'completed' }),
  state: 'awaiting_clear',
};
const rows = () =>
  fixture.database.query<{ minutes: number | null; outcome: string | null }>(
    `SELECT extract(epoch FROM ended_at - started_at)::int / 60 AS minutes, outcome FROM local_print ORDER BY started_at`,
  );
const letters = async () => (await fixture.takeJobs('mail.send')).map(({ payload }) => payload['template']);

describe('a print that nobody sent', () => {
  it('occupies its printer until the end that the machine tells, and the clearing after it', async () => {
    await fixture.see('printer-1', aLocalPrint());
    expect(await fixture.calendar()).toEqual(['10:00–11:00 local_print']);
  });

  it('moves its end with the estimate, and lets go when the plate is clear', async () => {
    await fixture.see('printer-1', aLocalPrint());
    fixture.clock.advance(30);
    await fixture.see('printer-1', aLocalPrint({ progress: 0.3, etaSeconds: 7200 }));
    expect(await fixture.calendar()).toEqual(['10:00–12:40 local_print']);
    await fixture.see('printer-1', ended);
    expect(await fixture.calendar()).toEqual(['10:00–10:40 local_print']);
    fixture.clock.advance(2);
    await fixture.see('printer-1');
    expect(await fixture.calendar()).toEqual(['10:00–10:32 local_print']);
    expect(await rows()).toEqual([{ minutes: 30, outcome: 'completed' }]);
  });

  it('is taken to need an hour when it does not say, and then keeps its printer for as long as it goes on', async () => {
    await fixture.see('printer-1', aLocalPrint({ etaSeconds: null }));
    expect(await fixture.calendar()).toEqual(['10:00–11:10 local_print']);
    fixture.clock.advance(90);
    await fixture.see('printer-1', aLocalPrint({ etaSeconds: null }));
    expect(await fixture.calendar()).toEqual(['10:00–11:40 local_print']);
  });

  it('is seen also where the bridge says no more than that there is one', async () => {
    await fixture.see('printer-1', { ...aLocalPrint(), localRun: null });
    expect(await fixture.calendar()).toEqual(['10:00–11:10 local_print']);
    await fixture.see('printer-1', { ...ended, localRun: null });
    expect(await rows()).toEqual([{ minutes: 0, outcome: null }]);
  });

  it('is another one when it began at another time', async () => {
    await fixture.see('printer-1', aLocalPrint());
    fixture.clock.advance(20);
    await fixture.see('printer-1', aLocalPrint({ startedAt: '2026-01-12T10:15:00Z' }));
    expect(await rows()).toEqual([
      { minutes: 20, outcome: null },
      { minutes: null, outcome: null },
    ]);
  });

  it('goes on while its printer is out of sight', async () => {
    await fixture.see('printer-1', aLocalPrint());
    await fixture.see('printer-1', { ...aLocalPrint({ etaSeconds: null }), state: 'offline' });
    expect(await rows()).toEqual([{ minutes: null, outcome: null }]);
  });

  it('takes only what is free until the next booking, whose owner is told once', async () => {
    await fixture.aBookingOf('printer-1', 40, 100);
    await fixture.see('printer-1', aLocalPrint());
    await fixture.see('printer-1', aLocalPrint({ progress: 0.2, etaSeconds: 3600 }));
    expect(await fixture.calendar()).toEqual(['10:00–10:40 local_print', '10:40–11:40 booking']);
    expect(await letters()).toEqual(['bookingDelayed']);
  });

  it('within somebody’s booking is theirs: it occupies nothing and nobody is told', async () => {
    await fixture.aBookingOf('printer-1', -30, 120);
    await fixture.see('printer-1', aLocalPrint());
    expect(await fixture.calendar()).toEqual(['09:30–12:00 booking']);
    expect(await letters()).toEqual([]);
  });

  it('that outlasts the booking in which it began occupies what comes after, and the next person is told', async () => {
    await fixture.aBookingOf('printer-1', -30, 20);
    await fixture.aBookingOf('printer-1', 45, 60);
    await fixture.see('printer-1', aLocalPrint());
    expect(await fixture.calendar()).toEqual(['09:30–10:20 booking', '10:20–10:45 local_print', '10:45–11:00 booking']);
    expect(await letters()).toEqual(['bookingDelayed']);
  });

  it('is shown at its printer, to staff with the booking that it keeps waiting', async () => {
    await fixture.aBookingOf('printer-1', 40, 100);
    await fixture.see('printer-1', aLocalPrint());
    const views = fixture.get(PrintingViewService);
    const staff = await fixture.aPerson({ staff: true });
    const [seenByStaff] = await views.hubPrinters('test-hub', staff, 'en');
    expect(seenByStaff?.current).toEqual({
      printJobId: null,
      fileName: null,
      progress: expect.closeTo(0.1),
      endsAt: '2026-01-12T10:50:00.000Z',
      isLocal: true,
      delays: { startsAt: '2026-01-12T10:40:00.000Z', until: '2026-01-12T11:00:00.000Z' },
    });
    const [seenByAnybody] = await views.hubPrinters('test-hub', undefined, 'en');
    expect(seenByAnybody?.current).toMatchObject({ isLocal: true, delays: null });
    const board = await views.boardPart(fixture.hubId, 'en');
    expect(board.printers[0]).toMatchObject({ isLocal: true, endsAt: '2026-01-12T10:50:00.000Z' });
  });

  it('keeps the planner away from its printer', async () => {
    await fixture.see('printer-1', aLocalPrint());
    await fixture.see('printer-2', aLocalPrint());
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    expect(await fixture.status(id)).toBe('queued');
    const [job] = await fixture.database.query<{ at: Date }>(
      `SELECT estimated_start_at AS at FROM print_job WHERE id = $1`,
      [id],
    );
    expect(job?.at).toEqual(new Date('2026-01-12T11:00:00Z'));
  });
});
