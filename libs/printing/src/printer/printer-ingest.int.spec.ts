import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrinterIngestService } from './printer-ingest.service.js';

let fixture: PrintingFixture;
let ingest: PrinterIngestService;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  ingest = fixture.get(PrinterIngestService);
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const address = () => fixture.address('printer-1');
const reports = () => fixture.reportsOf('printer-1');
const printerRow = async () => {
  const [row] = await fixture.database.query<Record<string, unknown>>(
    `SELECT state, plate, local_print, observed_at FROM printer WHERE resource_id = $1`,
    [fixture.printerId()],
  );
  return row;
};

describe('a snapshot', () => {
  it('heard twice changes nothing the second time, and tells no screen', async () => {
    const id = await fixture.aPrintingJob();
    const paused = reports().status({ state: 'paused', plate: 'awaiting_clear', job: null });
    await ingest.foldStatus(address(), paused);
    const [before, attempt] = [await printerRow(), await fixture.attempt(id)];
    fixture.live.length = 0;
    await ingest.foldStatus(address(), { ...paused, state: 'idle', plate: 'clear' });
    expect(await printerRow()).toEqual(before);
    expect(await fixture.attempt(id)).toEqual(attempt);
    expect(fixture.live).toEqual([]);
  });

  it('that a newer one has overtaken changes nothing', async () => {
    const [older, newer] = [reports().status({ state: 'error' }), reports().status()];
    await ingest.foldStatus(address(), newer);
    await ingest.foldStatus(address(), older);
    expect(await printerRow()).toMatchObject({ state: 'idle' });
  });

  it('of an earlier session changes nothing, whatever its number', async () => {
    const late = { ...reports().status({ state: 'error' }), seq: 999 };
    reports().restart();
    await fixture.see('printer-1');
    await ingest.foldStatus(address(), late);
    expect(await printerRow()).toMatchObject({ state: 'idle' });
  });

  it('of an earlier session changes nothing, also when the new one has only been announced', async () => {
    await fixture.see('printer-1');
    await fixture.database.query(`UPDATE bridge SET session = 2`);
    await fixture.see('printer-1', { state: 'error' });
    expect(await printerRow()).toMatchObject({ state: 'idle' });
  });

  it('of another bridge’s printer changes nothing', async () => {
    await ingest.foldStatus({ ...address(), bridge: 'bridge-2' }, reports().status({ state: 'error' }));
    expect(await printerRow()).toMatchObject({ state: 'idle' });
  });

  it('asks for a plan only when the printer is otherwise than before', async () => {
    await fixture.see('printer-1');
    expect(await fixture.takeJobs('print.plan')).toHaveLength(0);
    await fixture.see('printer-1', { localPrint: true });
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
  });
});

describe('the start of a print', () => {
  it('is believed when a snapshot shows its token', async () => {
    const id = await fixture.aDispatchedJob();
    expect(await fixture.status(id)).toBe('dispatching');
    await fixture.seeOn('printer-1', id, { state: 'preparing' });
    expect(await fixture.status(id)).toBe('printing');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'printing', startedAt: fixture.clock.now() });
  });

  it('is believed when an event tells its token', async () => {
    const id = await fixture.aDispatchedJob();
    await ingest.foldEvent(address(), reports().event('print_started', await fixture.reference(id)));
    expect(await fixture.attempt(id)).toMatchObject({ status: 'printing', startedAt: fixture.clock.now() });
  });

  it('is not believed from another token, in a snapshot or in an event', async () => {
    const id = await fixture.aDispatchedJob();
    const stranger = { ...(await fixture.reference(id)), startToken: 'of-somebody-else' };
    await fixture.seeOn('printer-1', id, { print: stranger });
    await ingest.foldEvent(address(), reports().event('print_completed', stranger));
    expect(await fixture.attempt(id)).toMatchObject({ status: 'dispatching', startedAt: null });
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('is not believed from another printer', async () => {
    const id = await fixture.aDispatchedJob();
    const event = fixture.reportsOf('printer-2').event('print_completed', await fixture.reference(id));
    await ingest.foldEvent(fixture.address('printer-2'), event);
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('is no news once the print was seen: a late event does not undo a pause', async () => {
    const id = await fixture.aDispatchedJob();
    const started = reports().event('print_started', await fixture.reference(id));
    await fixture.seeOn('printer-1', id, { state: 'paused' });
    await ingest.foldEvent(address(), started);
    expect(await fixture.status(id)).toBe('paused');
  });
});

describe('the end of a print', () => {
  const end = { state: 'awaiting_clear' as const, print: { outcome: 'completed' as const, progress: 1 } };

  it.each(['status', 'event'] as const)('is the same when the %s is heard first', async (first) => {
    const id = await fixture.aPrintingJob();
    fixture.clock.advance(10);
    const event = reports().event('print_completed', await fixture.reference(id));
    const hear = {
      status: () => fixture.seeOn('printer-1', id, end),
      event: () => ingest.foldEvent(address(), event),
    };
    await hear[first]();
    await hear[first === 'status' ? 'event' : 'status']();
    expect(await fixture.status(id)).toBe('awaiting_clear');
    expect(await fixture.attempt(id)).toMatchObject({
      status: 'completed',
      progress: 1,
      cause: null,
      endedAt: fixture.clock.now(),
    });
    expect(await fixture.calendar()).toEqual(['10:00–10:20 print']);
    expect(await fixture.log(id)).toEqual(['print-attempt.completed']);
    // Its owner is written to when the part is on the shelf.
    expect(await fixture.takeJobs('mail.send')).toEqual([]);
  });

  it('is believed of a print that nobody saw running', async () => {
    const id = await fixture.aDispatchedJob();
    await ingest.foldEvent(address(), reports().event('print_completed', await fixture.reference(id)));
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });

  it('fails the job with what the printer says is the cause, and tells the owner', async () => {
    const id = await fixture.aPrintingJob();
    const reason = { code: 'material', native: 'runout' };
    await ingest.foldEvent(address(), reports().event('print_failed', await fixture.reference(id), { reason }));
    expect(await fixture.status(id)).toBe('failed');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'failed', cause: 'material' });
    expect(await fixture.takeJobs('mail.send')).toMatchObject([{ payload: { template: 'printFailed' } }]);
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([
      { payload: { topic: 'print_failed', resourceId: fixture.printerId('printer-1') } },
    ]);
  });

  it('leaves a failed print’s part on the plate: nothing follows before it is cleared', async () => {
    await fixture.aPrintingJob();
    await fixture.see('printer-1', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    const next = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    expect(await fixture.status(next)).toBe('queued');
  });

  it('is not undone by what is heard afterwards', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.seeOn('printer-1', id, end);
    await fixture.seeOn('printer-1', id);
    await ingest.foldEvent(address(), reports().event('print_failed', await fixture.reference(id)));
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });
});

describe('events', () => {
  it('change nothing the second time', async () => {
    const id = await fixture.aPrintingJob();
    const failed = reports().event('print_failed', await fixture.reference(id));
    await ingest.foldEvent(address(), failed);
    expect(await ingest.foldEvent(address(), failed)).toBe(false);
    expect(await fixture.log(id)).toEqual(['print-attempt.failed']);
  });

  it('show that one is missing, within a session and at its beginning', async () => {
    expect(await ingest.foldEvent(address(), reports().event('plate_cleared', null))).toBe(false);
    expect(await ingest.foldEvent(address(), reports().event('plate_cleared', null))).toBe(false);
    reports().event('print_started', null);
    expect(await ingest.foldEvent(address(), reports().event('plate_cleared', null))).toBe(true);
    reports().restart();
    expect(await ingest.foldEvent(address(), reports().event('plate_cleared', null))).toBe(false);
    reports().restart();
    reports().event('print_started', null);
    expect(await ingest.foldEvent(address(), reports().event('plate_cleared', null))).toBe(true);
  });

  it('of an earlier session still count when they were kept for us', async () => {
    const id = await fixture.aPrintingJob();
    const kept = reports().event('print_completed', await fixture.reference(id));
    await fixture.database.query(`UPDATE bridge SET session = 2`);
    await ingest.foldEvent(address(), kept);
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });
});

describe('events that overtake each other', () => {
  it('count all the same: an end is believed after what came later', async () => {
    const id = await fixture.aPrintingJob();
    const [completed, cleared] = [
      reports().event('print_completed', await fixture.reference(id)),
      reports().event('plate_cleared', null),
    ];
    expect(await ingest.foldEvent(address(), cleared)).toBe(true);
    expect(await ingest.foldEvent(address(), completed)).toBe(false);
    expect(await fixture.status(id)).toBe('awaiting_clear');
    expect(await fixture.log(id)).toEqual(['print-attempt.completed']);
  });

  it('bring nothing back: a start after the end is no news', async () => {
    const id = await fixture.aDispatchedJob();
    const reference = await fixture.reference(id);
    const [started, failed] = [reports().event('print_started', reference), reports().event('print_failed', reference)];
    await ingest.foldEvent(address(), failed);
    fixture.live.length = 0;
    await ingest.foldEvent(address(), started);
    expect(await fixture.status(id)).toBe('failed');
    expect(fixture.live).toEqual([]);
  });
});

describe('a print that is not on its printer', () => {
  it('is unknown with a cause, neither failed nor started again', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.see('printer-1');
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('unknown');
    expect(await fixture.attempts(id)).toMatchObject([{ status: 'unknown', cause: 'not_on_printer' }]);
    await fixture.plan();
    expect(await fixture.attempts(id)).toHaveLength(1);
    expect(await fixture.takeJobs('mail.send')).toEqual([]);
  });

  it('is printing again when it is seen again, and the cause is gone', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.see('printer-1');
    await fixture.seeOn('printer-1', id);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'printing', cause: null });
  });

  it('is unknown, not failed, while the bridge cannot see the printer', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.see('printer-1', { state: 'offline', plate: 'awaiting_clear' });
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'printer_offline' });
    await fixture.seeOn('printer-1', id);
    expect(await fixture.status(id)).toBe('printing');
  });
});
