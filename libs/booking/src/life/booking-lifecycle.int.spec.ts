import type { Booking } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingApproval } from './booking-approval.service.js';
import { BookingAttendance } from './booking-attendance.service.js';
import { BookingLifecycle } from './booking-lifecycle.service.js';
import { BookingSweep } from './booking-sweep.service.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let sweep: BookingSweep;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  sweep = new BookingSweep(fixture.database, fixture.clock);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  resident = await fixture.aPerson();
});

const show = (id: string) => fixture.get(BookingService).get(id, resident);
const statusOf = async (id: string) => (await show(id)).status;
const advance = (id: string) => fixture.get(BookingLifecycle).advance({ bookingId: id });
const checkIn = (id: string) => fixture.get(BookingAttendance).checkIn({ bookingId: id, asking: resident });

/** Puts the clock on so many minutes after an instant, before it when they are negative. */
function goTo(instant: string, minutes = 0): void {
  fixture.clock.advance((Date.parse(instant) - fixture.clock.now().getTime()) / 60_000 + minutes);
}

async function checkedIn(): Promise<Booking> {
  const booking = await fixture.book({}, resident);
  goTo(booking.startsAt);
  await checkIn(booking.id);
  return booking;
}

/** When somebody has to look at a booking again. */
async function nextStepOf(id: string): Promise<string | undefined> {
  const [row] = await fixture.database.query<{ at: Date | null }>(
    `SELECT next_step_at AS at FROM booking WHERE id = $1`,
    [id],
  );
  return row?.at?.toISOString();
}

/** The looks at bookings that are promised: when, or null for at once. */
async function looks(): Promise<{ at: string | null; jobId: string | null }[]> {
  const rows = await fixture.database.query<{ run_at: Date | null; job_id: string | null }>(
    `SELECT run_at, job_id FROM outbox WHERE job_name = 'booking.advance' ORDER BY id`,
  );
  return rows.map(({ run_at, job_id }) => ({ at: run_at?.toISOString() ?? null, jobId: job_id }));
}

async function isOccupied(id: string): Promise<boolean> {
  const rows = await fixture.database.query(`SELECT FROM allocation WHERE booking_id = $1 AND active`, [id]);
  return rows.length > 0;
}

describe('a hold', () => {
  it('keeps the time for ten minutes and writes to nobody', async () => {
    const held = await fixture.book({ hold: true }, resident);
    expect(held).toMatchObject({ status: 'held', expiresAt: '2026-01-12T06:10:00.000Z' });
    expect(await fixture.letterNames()).toEqual([]);
    await expect(fixture.book({}, await fixture.aPerson())).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('stands before its last minute is over, and expires to the minute', async () => {
    const { id, expiresAt } = await fixture.book({ hold: true }, resident);
    expect(await nextStepOf(id)).toBe(expiresAt);
    goTo('2026-01-12T06:10:00Z', -0.01);
    await advance(id);
    expect(await statusOf(id)).toBe('held');
    goTo('2026-01-12T06:10:00Z');
    await advance(id);
    expect(await show(id)).toMatchObject({ status: 'expired', expiresAt: null, version: 2 });
    expect(await isOccupied(id)).toBe(false);
    expect(await fixture.actions(id)).toEqual(['booking.hold', 'booking.expire']);
    expect(await fixture.letterNames()).toEqual([]);
  });

  it('that was confirmed does not expire', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    await fixture.get(BookingApproval).confirm({ bookingId: id, asking: resident });
    goTo('2026-01-12T06:10:00Z');
    await advance(id);
    expect(await statusOf(id)).toBe('confirmed');
  });
});

describe('a request that nobody approved', () => {
  it('lapses at its start, and its person is told', async () => {
    await fixture.setPolicy({ approvalOverMinutes: 0 });
    const { id, startsAt } = await fixture.book({}, resident);
    goTo(startsAt);
    await advance(id);
    expect(await statusOf(id)).toBe('expired');
    expect(await isOccupied(id)).toBe(false);
    expect(await fixture.letterNames()).toEqual(['bookingPending', 'bookingLapsed']);
  });
});

describe('somebody who does not come', () => {
  it('loses the time when the grace is over, to the minute, and is told once', async () => {
    const { id, startsAt } = await fixture.book({}, resident);
    goTo(startsAt, 14.99);
    await advance(id);
    expect(await statusOf(id)).toBe('confirmed');
    goTo(startsAt, 15);
    await Promise.all([advance(id), advance(id), advance(id)]);
    expect(await statusOf(id)).toBe('no_show');
    expect(await isOccupied(id)).toBe(false);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingNoShow']);
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.release']);
  });

  it('frees the time for others', async () => {
    const { id, startsAt } = await fixture.book({ endsAt: '2026-01-12T12:00:00Z' }, resident);
    goTo(startsAt, 15);
    await advance(id);
    const later = { startsAt: '2026-01-12T10:30:00Z', endsAt: '2026-01-12T11:30:00Z' };
    expect(await fixture.book(later, await fixture.aPerson())).toMatchObject({ status: 'confirmed' });
  });
});

describe('a booking in use', () => {
  it('is completed at its end, once, however often the job comes', async () => {
    const { id, endsAt } = await checkedIn();
    goTo(endsAt);
    await advance(id);
    await advance(id);
    expect(await show(id)).toMatchObject({ status: 'completed', version: 3 });
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.check-in', 'booking.complete']);
  });

  it('is looked at again when the job comes before its end', async () => {
    const { id, endsAt } = await checkedIn();
    await fixture.database.query(`TRUNCATE outbox`);
    goTo(endsAt, -0.01);
    await advance(id);
    expect(await statusOf(id)).toBe('in_use');
    expect(await looks()).toEqual([{ at: endsAt, jobId: null }]);
  });
});

describe('what has ended already', () => {
  it('stays cancelled when it was cancelled', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.get(BookingService).cancel(id, resident);
    fixture.clock.advance(5 * 60);
    await advance(id);
    expect(await show(id)).toMatchObject({ status: 'cancelled', version: 2 });
  });

  it('or never was is left alone', async () => {
    await advance(fixture.id('hub'));
    expect(await looks()).toEqual([]);
  });
});

describe('a reminder', () => {
  const tomorrow = { startsAt: '2026-01-14T10:00:00Z', endsAt: '2026-01-14T11:00:00Z' };

  it('comes a day and two hours before, each once, and leaves the version as it is', async () => {
    const { id, startsAt } = await fixture.book(tomorrow, resident);
    expect(await nextStepOf(id)).toBe('2026-01-13T10:00:00.000Z');
    goTo(startsAt, -24 * 60);
    await advance(id);
    await advance(id);
    goTo(startsAt, -120);
    await advance(id);
    await advance(id);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingReminder', 'bookingReminder']);
    expect(await show(id)).toMatchObject({ status: 'confirmed', version: 1 });
  });

  it('is written in the person’s language', async () => {
    const { id, startsAt } = await fixture.book(tomorrow, resident);
    await fixture.database.query(`UPDATE account SET locale = 'sv' WHERE id = $1`, [resident.viewer.accountId]);
    goTo(startsAt, -120);
    await advance(id);
    const [row] = await fixture.database.query<{ locale: string }>(
      `SELECT payload ->> 'locale' AS locale FROM outbox WHERE payload ->> 'template' = 'bookingReminder'`,
    );
    expect(row?.locale).toBe('sv');
  });

  it('is not sent of a booking that was cancelled', async () => {
    const { id, startsAt } = await fixture.book(tomorrow, resident);
    await fixture.get(BookingService).cancel(id, resident);
    goTo(startsAt, -120);
    await advance(id);
    expect(await fixture.letterNames()).not.toContain('bookingReminder');
  });

  it('is not sent to somebody who wants none', async () => {
    const { id, startsAt } = await fixture.book(tomorrow, resident);
    await fixture.database.query(`UPDATE account SET reminders = false WHERE id = $1`, [resident.viewer.accountId]);
    goTo(startsAt, -120);
    await advance(id);
    goTo(startsAt, 15);
    await advance(id);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingNoShow']);
  });

  it('comes once for all that were missed while nobody was running', async () => {
    const { id, startsAt } = await fixture.book(tomorrow, resident);
    goTo(startsAt, -60);
    await advance(id);
    await advance(id);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingReminder']);
  });
});

describe('the sweep', () => {
  it('asks for each step before its minute comes, and again when its job was lost, and for nothing further ahead', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    await fixture.book({ startsAt: '2026-01-12T12:00:00Z', endsAt: '2026-01-12T13:00:00Z' }, resident);
    await fixture.database.query(`TRUNCATE outbox`);
    await sweep.sweep();
    expect(await looks()).toEqual([]);
    const wanted = { at: '2026-01-12T06:10:00.000Z', jobId: `advance-${id}` };
    for (const now of ['2026-01-12T06:09:00Z', '2026-01-12T06:10:05Z']) {
      goTo(now);
      await sweep.sweep();
      expect(await looks()).toEqual([wanted]);
      await fixture.database.query(`TRUNCATE outbox`);
    }
  });

  it('leaves to nobody else what comes within its minute', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('2026-01-12T07:59:30Z');
    await fixture.database.query(`TRUNCATE outbox`);
    await advance(id);
    expect(await looks()).toEqual([{ at: '2026-01-12T08:00:00.000Z', jobId: null }]);
  });

  it('works out the next step of whatever came into being without one', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.database.query(`UPDATE booking SET next_step_at = NULL`);
    await sweep.sweep();
    await fixture.database.query(`TRUNCATE outbox`);
    await advance(id);
    expect(await nextStepOf(id)).toBe('2026-01-12T08:00:00.000Z');
    await sweep.sweep();
    expect(await looks()).toEqual([]);
  });

  it('looks at every open booking of a hub whose rules have changed', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.database.query(`TRUNCATE outbox`);
    await fixture.setPolicy({ reminderMinutes: [30] });
    await sweep.sweep();
    expect(await looks()).toEqual([{ at: null, jobId: `advance-${id}` }]);
    await advance(id);
    expect(await nextStepOf(id)).toBe('2026-01-12T09:30:00.000Z');
  });

  it('looks at a booking whose time somebody has changed without saying what follows', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.database.query(`TRUNCATE outbox`);
    await fixture.database.query(`UPDATE booking SET starts_at = starts_at - interval '1 hour' WHERE id = $1`, [id]);
    await sweep.sweep();
    expect((await looks()).map(({ jobId }) => jobId)).toEqual([`advance-${id}`]);
  });
});
