import type { ChangeSeries, Series, SeriesScope } from '#libs/contracts';
import { Problem } from '#libs/platform';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { SeriesChanges } from './series-change.service.js';
import { SeriesService } from './series.service.js';

let fixture: BookingFixture;
let staff: Asking;
let series: Series;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
/** Four Mondays at noon. */
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
  series = await aSeries('FREQ=WEEKLY;COUNT=4', '2026-01-19T12:00');
});

const aSeries = (rrule: string, startsAt: string) =>
  fixture
    .get(SeriesService)
    .create(
      { hub: 'test-hub', resource: 'podcast-room', rrule, startsAt, durationMinutes: 60, mode: 'all_or_nothing' },
      staff,
    );

/** Changes the second date, by itself or with others. */
async function change(scope: SeriesScope, what: ChangeSeries, date = 1): Promise<Series> {
  const bookingId = series.instances[date]?.bookingId ?? '';
  await fixture.get(SeriesChanges).apply({ seriesId: series.id, bookingId, scope, change: what }, staff.viewer);
  return fixture.get(SeriesService).get(series.id, staff);
}

const cancel = { action: 'cancel' } as const;
const moveTo = (startsAt: string, durationMinutes?: number): ChangeSeries => ({
  action: 'move',
  startsAt,
  ...(durationMinutes !== undefined && { durationMinutes }),
});
const times = (of: Series) =>
  of.instances.map(({ status, startsAt, endsAt }) => `${status} ${startsAt.slice(0, 16)}–${endsAt.slice(11, 16)}`);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const active = async () => {
  const rows = await fixture.database.query<{ startsAt: Date }>(
    `SELECT lower(during) AS "startsAt" FROM allocation WHERE active ORDER BY 1`,
  );
  return rows.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
};

describe('cancelling', () => {
  it.each([
    ['one', ['confirmed', 'cancelled', 'confirmed', 'confirmed'], 3],
    ['following', ['confirmed', 'cancelled', 'cancelled', 'cancelled'], 1],
    ['all', ['cancelled', 'cancelled', 'cancelled', 'cancelled'], 0],
  ] as const)('%s frees the time of what it names', async (scope, expected, left) => {
    const changed = await change(scope, cancel);
    expect(changed.instances.map(({ status }) => status)).toEqual(expected);
    expect(await active()).toHaveLength(left);
    expect(changed.skipped).toEqual([]);
  });

  it('leaves dates that have begun as they are', async () => {
    fixture.clock.advance(7 * 24 * 60 + 6 * 60);
    expect((await change('all', cancel)).instances.map(({ status }) => status)).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(await codeOf(change('all', cancel, 0))).toBe('booking.wrong_state');
  });

  it('is recorded for every date and told in one letter that takes the events back', async () => {
    await fixture.database.query('TRUNCATE outbox');
    await change('following', cancel);
    const [audit] = await fixture.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'booking.cancel' AND subject_id = ANY ($1)`,
      [series.instances.map(({ bookingId }) => bookingId)],
    );
    expect(audit?.count).toBe(3);
    const [mail, ...others] = await fixture.database.query<{
      payload: { template: string; calendar: { events: { status: string; sequence: number }[] } };
    }>(`SELECT payload FROM outbox WHERE job_name = 'mail.send'`);
    expect(others).toEqual([]);
    expect(mail?.payload.template).toBe('seriesCancelled');
    const entries = mail?.payload.calendar.events.map(({ status, sequence }) => `${status} ${sequence}`);
    expect(entries).toEqual(Array(3).fill('CANCELLED 1'));
  });
});

describe('moving', () => {
  it('one date leaves the others where they are', async () => {
    expect(times(await change('one', moveTo('2026-01-27T14:00', 90)))).toEqual([
      'confirmed 2026-01-19T10:00–11:00',
      'confirmed 2026-01-27T12:00–13:30',
      'confirmed 2026-02-02T10:00–11:00',
      'confirmed 2026-02-09T10:00–11:00',
    ]);
  });

  it('this and the following moves each by as much', async () => {
    expect(times(await change('following', moveTo('2026-01-27T13:00')))).toEqual([
      'confirmed 2026-01-19T10:00–11:00',
      'confirmed 2026-01-27T11:00–12:00',
      'confirmed 2026-02-03T11:00–12:00',
      'confirmed 2026-02-10T11:00–12:00',
    ]);
  });

  it('all by a week goes onto the series’ own times', async () => {
    const moved = await change('all', moveTo('2026-02-02T12:00'));
    expect(await active()).toEqual(['2026-01-26T10:00', '2026-02-02T10:00', '2026-02-09T10:00', '2026-02-16T10:00']);
    expect(moved.instances.map(({ bookingId }) => bookingId)).toEqual(
      series.instances.map(({ bookingId }) => bookingId),
    );
  });

  it('keeps the wall clock over both changes of the clock', async () => {
    series = await aSeries('FREQ=WEEKLY;COUNT=2', '2026-03-24T12:00');
    expect(times(await change('all', moveTo('2026-03-24T13:00'), 0))).toEqual([
      'confirmed 2026-03-24T11:00–12:00',
      'confirmed 2026-03-31T10:00–11:00',
    ]);
    series = await aSeries('FREQ=WEEKLY;COUNT=2', '2026-10-20T12:00');
    expect(times(await change('all', moveTo('2026-10-20T13:00'), 0))).toEqual([
      'confirmed 2026-10-20T10:00–11:00',
      'confirmed 2026-10-27T11:00–12:00',
    ]);
  });

  it('moves nothing when one date cannot', async () => {
    const before = [times(series), await active()];
    const person = await fixture.aPerson();
    const third = { startsAt: '2026-02-02T12:00:00Z', endsAt: '2026-02-02T13:00:00Z' };
    await fixture.book({ resource: 'podcast-room', ...third }, person);
    expect(await codeOf(change('following', moveTo('2026-01-26T14:00')))).toBe('series.conflicts');
    expect(await codeOf(change('all', moveTo('2026-01-26T07:00')))).toBe('series.conflicts');
    expect(await codeOf(change('one', moveTo('2026-03-29T03:30')))).toBe('request.invalid');
    const after = await fixture.get(SeriesService).get(series.id, staff);
    expect([times(after), (await active()).filter((start) => !start.startsWith('2026-02-02T12'))]).toEqual(before);
  });

  it('does not bring back what was cancelled', async () => {
    await change('one', cancel);
    expect(await codeOf(change('one', moveTo('2026-01-27T12:00')))).toBe('booking.wrong_state');
    const moved = await change('all', moveTo('2026-01-20T12:00'), 0);
    expect(moved.instances.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed', 'confirmed']);
  });
});

describe('against rivals', () => {
  /** Whoever gets the three Mondays, there is one booking an hour at most, and nobody sees an internal error. */
  it('a series and single bookings share out the times without an error', async () => {
    const people = await fixture.people(12);
    const days = ['2026-01-20', '2026-01-21', '2026-01-22'];
    const singles = people.map((person, index) => {
      const day = days[index % 3] ?? '';
      const time = { startsAt: `${day}T10:00:00Z`, endsAt: `${day}T11:00:00Z` };
      return codeOf(fixture.book({ resource: 'studio', ...time }, person));
    });
    const request = { hub: 'test-hub', resource: 'studio', rrule: 'FREQ=DAILY;COUNT=3', startsAt: '2026-01-20T12:00' };
    const rivals = [1, 2, 3].map(() =>
      codeOf(fixture.get(SeriesService).create({ ...request, durationMinutes: 60, mode: 'all_or_nothing' }, staff)),
    );
    const answers = await Promise.all([...singles, ...rivals]);
    for (const answer of answers) expect(answer).toMatch(/^(done|booking\.overlap|series\.conflicts)$/);
    const taken = (await active()).filter((start) => days.includes(start.slice(0, 10)));
    // The studio takes its camera kit along.
    expect(taken).toHaveLength(6);
    const seriesWon = answers.slice(12).filter((answer) => answer === 'done').length;
    const singlesWon = answers.slice(0, 12).filter((answer) => answer === 'done').length;
    expect([seriesWon, singlesWon]).toEqual(seriesWon === 1 ? [1, 0] : [0, 3]);
  });

  it('two moves of one series follow each other, and a move and a cancellation have one end', async () => {
    const answers = await Promise.all([
      codeOf(change('all', moveTo('2026-01-26T13:00'))),
      codeOf(change('following', moveTo('2026-01-26T14:00'))),
      codeOf(change('all', cancel)),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^(done|booking\.wrong_state)$/);
    const after = await fixture.get(SeriesService).get(series.id, staff);
    expect(after.instances.map(({ status }) => status)).toEqual(Array(4).fill('cancelled'));
    expect(await active()).toEqual([]);
  });

  it('a move of a series and a cancellation of one of its dates leave no time taken by nobody', async () => {
    const bookingId = series.instances[2]?.bookingId ?? '';
    await Promise.all([
      codeOf(change('all', moveTo('2026-01-26T15:00'))),
      codeOf(fixture.get(BookingService).cancel(bookingId, staff)),
    ]);
    const after = await fixture.get(SeriesService).get(series.id, staff);
    expect(after.instances[2]?.status).toBe('cancelled');
    expect(await active()).toHaveLength(3);
  });
});
