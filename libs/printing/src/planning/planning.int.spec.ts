import { DataSource, type QueryRunner } from 'typeorm';
import { eventually } from '../../../../test/support/eventually.js';
import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintingViewService } from '../job/printing-view.service.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const planOf = async (id: string) => {
  const [job] = await fixture.database.query(
    `SELECT status, waiting_reason AS reason, queue_position AS position, estimated_start_at AS "startsAt", version,
       xmin::text AS write FROM print_job WHERE id = $1`,
    [id],
  );
  return job as { status: string; reason: string; position: number; startsAt: Date | null; write: string };
};

/** Books a printer from half past to the full hour in a transaction of its own that is not yet committed. */
const beginBooking = async (slug: string): Promise<QueryRunner> => {
  const booking = fixture.get(DataSource).createQueryRunner();
  await booking.startTransaction();
  await booking.query(`INSERT INTO allocation (resource_id, during, kind) VALUES ($1, $2, 'booking')`, [
    fixture.printerId(slug),
    '[2026-01-12T10:30:00Z,2026-01-12T11:00:00Z)',
  ]);
  return booking;
};

const isSomebodyWaiting = async () => {
  const waiting = await fixture.database.query(
    `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return waiting.length > 0;
};

describe('a plan', () => {
  it('gives a job to a printer: attempt, calendar and queue job in one', async () => {
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    expect(await fixture.status(id)).toBe('dispatching');
    expect(await fixture.attempts(id)).toMatchObject([{ number: 1, status: 'dispatching' }]);
    expect(await fixture.calendar()).toEqual(['10:00–11:10 print']);
    expect(await fixture.takeJobs('print.dispatch')).toMatchObject([
      { payload: { printJobId: id, attempt: 1 }, jobId: id },
    ]);
    expect(new Set(fixture.live.map(({ topic }) => topic))).toEqual(new Set(['board', 'printers', 'queue']));
  });

  it('made twice at once starts no job twice and no two jobs on one printer', async () => {
    for (let round = 0; round < 10; round += 1) {
      await fixture.reset();
      const ids = await Promise.all(Array.from({ length: 5 }, () => fixture.aPrintJob()));
      await Promise.all([fixture.plan(), fixture.plan(), fixture.plan()]);
      const attempts = (await Promise.all(ids.map((id) => fixture.attempts(id)))).flat();
      expect(attempts.map(({ number }) => number)).toEqual([1, 1]);
      expect([await fixture.calendar('printer-1'), await fixture.calendar('printer-2')]).toEqual([
        ['10:00–11:10 print'],
        ['10:00–11:10 print'],
      ]);
      // They take turns: none has to be made again because another came first.
      expect(await fixture.takeJobs('print.plan')).toEqual([]);
    }
  });

  it('that meets a booking made at this very moment lets the job wait, and the next plan says why', async () => {
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    const booking = await beginBooking('printer-1');
    const planned = fixture.plan();
    await eventually('the planner waits for the booking', isSomebodyWaiting);
    await booking.commitTransaction();
    await booking.release();
    await planned;
    expect(await fixture.status(id)).toBe('queued');
    expect(await fixture.attempts(id)).toEqual([]);
    expect(await fixture.calendar()).toEqual(['10:30–11:00 booking']);
    expect(await fixture.takeJobs('print.plan')).toMatchObject([{ runAt: new Date('2026-01-12T10:00:01Z') }]);
    await fixture.plan();
    expect(await planOf(id)).toMatchObject({
      reason: 'would_overrun_booking',
      startsAt: new Date('2026-01-12T11:00:00Z'),
    });
  });

  it('takes the printer before a booking that comes too late', async () => {
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    await expect(fixture.aBookingOf('printer-1', 30, 60)).rejects.toThrow(/allocation_no_overlap/);
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('starts nothing on a plate that is not clear', async () => {
    await fixture.aPrinter('printer-1', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    expect(await planOf(id)).toMatchObject({ status: 'queued', reason: 'plate_not_clear' });
    await fixture.aPrinter('printer-1', { state: 'idle' });
    await fixture.plan();
    expect(await fixture.status(id)).toBe('queued');
  });

  it.each(['idle', 'printing', 'awaiting_clear'])(
    'starts nothing where somebody prints locally (%s)',
    async (state) => {
      await fixture.aPrinter('printer-1', { state, localPrint: true });
      await fixture.aPrinter('printer-2', { state: 'offline' });
      const id = await fixture.aPrintJob();
      await fixture.plan();
      expect(await fixture.status(id)).toBe('queued');
    },
  );

  it('starts nothing on a printer whose print is unknown', async () => {
    const lost = await fixture.aPrintingJob();
    await fixture.see('printer-1');
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.aPrinter('printer-2', { state: 'offline' });
    await fixture.plan();
    expect([await fixture.status(lost), await fixture.status(id)]).toEqual(['unknown', 'queued']);
  });

  it('gives one person two printers at most', async () => {
    const owner = await fixture.aPerson();
    await fixture.aPrintingJob({ owner, printer: 'printer-1' });
    const other = await fixture.aPrintJob({ owner, status: 'printing' });
    const id = await fixture.aPrintJob({ owner, printer: 'printer-2' });
    await fixture.plan();
    expect(await planOf(id)).toMatchObject({ status: 'queued', reason: 'person_limit' });
    expect(await fixture.status(other)).toBe('printing');
  });

  it('is stable: when nothing changed, nothing is written and no screen is told', async () => {
    await fixture.aPrintingJob({ printer: 'printer-1' });
    await fixture.aPrinter('printer-2', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    const ids = await Promise.all([fixture.aPrintJob({ printer: 'printer-1' }), fixture.aPrintJob()]);
    await fixture.plan();
    fixture.live.length = 0;
    const before = await Promise.all(ids.map(planOf));
    await fixture.takeJobs('print.plan');
    fixture.clock.advance(0.5);
    await fixture.plan();
    expect(await Promise.all(ids.map(planOf))).toEqual(before);
    expect(fixture.live).toEqual([]);
    expect(await fixture.takeJobs('print.plan')).toEqual([]);
  });

  it('tells a range, and learns from how long the printer’s prints really took', async () => {
    await fixture.aPrinter('printer-1', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    const rangeOf = async () => {
      const [row] = await fixture.database.query<{ earliest: Date; latest: Date }>(
        `SELECT estimated_end_earliest_at AS earliest, estimated_end_latest_at AS latest FROM print_job WHERE id = $1`,
        [id],
      );
      return [row?.earliest.toISOString().slice(11, 16), row?.latest.toISOString().slice(11, 16)];
    };
    await fixture.plan();
    expect(await rangeOf()).toEqual(['11:05', '11:20']);
    for (let n = 0; n < 5; n += 1) {
      await fixture.database.query(
        `INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at, ended_at)
         VALUES ($1, 1, $2, $3, 'completed', $4::timestamptz, $4, $4::timestamptz + interval '90 minutes')`,
        [
          await fixture.aPrintJob({ status: 'done' }),
          fixture.printerId('printer-1'),
          `token-${n}`,
          new Date('2026-01-10T10:00:00Z'),
        ],
      );
    }
    await fixture.plan();
    expect(await rangeOf()).toEqual(['11:05', '11:40']);
  });

  it('tells new times when the clock has moved them by a minute', async () => {
    await fixture.aPrinter('printer-1', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    const id = await fixture.aPrintJob({ printer: 'printer-1' });
    await fixture.plan();
    fixture.clock.advance(1);
    fixture.live.length = 0;
    await fixture.plan();
    expect(await planOf(id)).toMatchObject({ startsAt: new Date('2026-01-12T10:11:00Z') });
    expect(fixture.live).not.toEqual([]);
  });
});

describe('a running print', () => {
  const endsBetween = async (id: string, viewer: Viewer) =>
    (await fixture.get(PrintingViewService).job(viewer, id, 'fi')).estimate?.endsBetween;

  it('is expected to end as its printer’s own prints did, once there are enough of them', async () => {
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintingJob({ owner });
    await fixture.seeOn('printer-1', id, { state: 'printing', print: { progress: 0, etaSeconds: 100 * 60 } });
    const usual = { earliest: '2026-01-12T11:35:00.000Z', latest: '2026-01-12T11:55:00.000Z' };
    expect(await endsBetween(id, owner)).toEqual(usual);
    // Five that took between 1.2 and 1.6 times what their files said.
    for (const share of [1.2, 1.3, 1.4, 1.5, 1.6]) {
      const done = await fixture.aPrintJob({ owner, status: 'done' });
      await fixture.database.query(
        `INSERT INTO print_attempt (print_job_id, number, printer_id, status, start_token, dispatched_at, started_at, ended_at)
         SELECT id, 1, $2, 'completed', id::text, now(), now(),
           now() + (analysis ->> 'estimatedSeconds')::float8 * $3 * interval '1 second'
         FROM print_job WHERE id = $1`,
        [done, fixture.printerId('printer-1'), share],
      );
    }
    const { earliest, latest } = (await endsBetween(id, owner)) ?? usual;
    expect([earliest, latest]).toEqual(['2026-01-12T11:35:00.000Z', '2026-01-12T12:40:00.000Z']);
  });
});
