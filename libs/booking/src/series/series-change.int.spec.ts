import type { ChangeSeries, Series, SeriesScope } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { cancelDates, moveDates, SeriesFixture } from '../../../../test/support/series-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { SeriesChanges } from './series-change.service.js';

let fixture: BookingFixture;
let one: SeriesFixture;
let series: Series;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => begin(SeriesFixture.fourMondays(fixture)));

async function begin(made: Promise<SeriesFixture>): Promise<void> {
  one = await made;
  ({ series, staff } = one);
}

const times = (of: Series) =>
  of.instances.map(({ status, startsAt, endsAt }) => `${status} ${startsAt.slice(0, 16)}–${endsAt.slice(11, 16)}`);

describe('cancelling', () => {
  it.each([
    ['one', ['confirmed', 'cancelled', 'confirmed', 'confirmed'], 3],
    ['following', ['confirmed', 'cancelled', 'cancelled', 'cancelled'], 1],
    ['all', ['cancelled', 'cancelled', 'cancelled', 'cancelled'], 0],
  ] as const)('%s frees the time of what it names', async (scope, expected, left) => {
    const changed = await one.change(scope, cancelDates);
    expect(changed.instances.map(({ status }) => status)).toEqual(expected);
    expect(await one.takenFrom()).toHaveLength(left);
    expect(changed.skipped).toEqual([]);
  });

  it('leaves dates that have begun as they are', async () => {
    fixture.clock.advance(7 * 24 * 60 + 6 * 60);
    expect((await one.change('all', cancelDates)).instances.map(({ status }) => status)).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(await endOf(one.change('all', cancelDates, 0))).toBe('booking.wrong_state');
  });

  it('is recorded for every date and told in one letter that takes the events back', async () => {
    await fixture.database.query('TRUNCATE outbox');
    await one.change('following', cancelDates);
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
    expect(times(await one.change('one', moveDates('2026-01-27T14:00', 90)))).toEqual([
      'confirmed 2026-01-19T10:00–11:00',
      'confirmed 2026-01-27T12:00–13:30',
      'confirmed 2026-02-02T10:00–11:00',
      'confirmed 2026-02-09T10:00–11:00',
    ]);
  });

  it('this and the following moves each by as much', async () => {
    expect(times(await one.change('following', moveDates('2026-01-27T13:00')))).toEqual([
      'confirmed 2026-01-19T10:00–11:00',
      'confirmed 2026-01-27T11:00–12:00',
      'confirmed 2026-02-03T11:00–12:00',
      'confirmed 2026-02-10T11:00–12:00',
    ]);
  });

  it('all by a week goes onto the series’ own times', async () => {
    const moved = await one.change('all', moveDates('2026-02-02T12:00'));
    expect(await one.takenFrom()).toEqual([
      '2026-01-26T10:00',
      '2026-02-02T10:00',
      '2026-02-09T10:00',
      '2026-02-16T10:00',
    ]);
    expect(moved.instances.map(({ bookingId }) => bookingId)).toEqual(
      series.instances.map(({ bookingId }) => bookingId),
    );
  });

  it('keeps the wall clock over both changes of the clock', async () => {
    await begin(SeriesFixture.start(fixture, 'FREQ=WEEKLY;COUNT=2', '2026-03-24T12:00'));
    expect(times(await one.change('all', moveDates('2026-03-24T13:00'), 0))).toEqual([
      'confirmed 2026-03-24T11:00–12:00',
      'confirmed 2026-03-31T10:00–11:00',
    ]);
    await begin(SeriesFixture.start(fixture, 'FREQ=WEEKLY;COUNT=2', '2026-10-20T12:00'));
    expect(times(await one.change('all', moveDates('2026-10-20T13:00'), 0))).toEqual([
      'confirmed 2026-10-20T10:00–11:00',
      'confirmed 2026-10-27T11:00–12:00',
    ]);
  });

  it('moves nothing when one date cannot', async () => {
    const before = [times(series), await one.takenFrom()];
    const person = await fixture.aPerson();
    const third = { startsAt: '2026-02-02T12:00:00Z', endsAt: '2026-02-02T13:00:00Z' };
    await fixture.book({ resource: 'podcast-room', ...third }, person);
    expect(await endOf(one.change('following', moveDates('2026-01-26T14:00')))).toBe('series.conflicts');
    expect(await endOf(one.change('all', moveDates('2026-01-26T07:00')))).toBe('series.conflicts');
    expect(await endOf(one.change('one', moveDates('2026-03-29T03:30')))).toBe('request.invalid');
    const after = await one.now();
    expect([times(after), (await one.takenFrom()).filter((start) => !start.startsWith('2026-02-02T12'))]).toEqual(
      before,
    );
  });

  it('does not bring back what was cancelled', async () => {
    await one.change('one', cancelDates);
    expect(await endOf(one.change('one', moveDates('2026-01-27T12:00')))).toBe('booking.wrong_state');
    const moved = await one.change('all', moveDates('2026-01-20T12:00'), 0);
    expect(moved.instances.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed', 'confirmed']);
  });
});

describe('a preview', () => {
  const preview = async (scope: SeriesScope, what: ChangeSeries, date = 1) => {
    const bookingId = one.bookingId(date);
    return fixture.get(SeriesChanges).preview({ seriesId: series.id, bookingId, scope, change: what }, staff);
  };
  const everything = () =>
    fixture.database.query(
      `SELECT (SELECT jsonb_agg(to_jsonb(b) ORDER BY id) FROM booking b) AS bookings,
         (SELECT jsonb_agg(to_jsonb(a) ORDER BY id) FROM allocation a) AS allocations,
         (SELECT jsonb_agg(id ORDER BY id) FROM outbox) AS promised, (SELECT count(*)::int FROM audit_entry) AS recorded`,
    );

  it('tells where every date would go, and writes and promises nothing', async () => {
    const before = await everything();
    const { items } = await preview('following', moveDates('2026-01-27T13:00', 90));
    expect(items.map(({ from, to, reasons }) => [from.startsAt, to?.startsAt, to?.endsAt, reasons])).toEqual([
      ['2026-01-26T10:00:00.000Z', '2026-01-27T11:00:00.000Z', '2026-01-27T12:30:00.000Z', []],
      ['2026-02-02T10:00:00.000Z', '2026-02-03T11:00:00.000Z', '2026-02-03T12:30:00.000Z', []],
      ['2026-02-09T10:00:00.000Z', '2026-02-10T11:00:00.000Z', '2026-02-10T12:30:00.000Z', []],
    ]);
    expect(await everything()).toEqual(before);
    const changed = await one.change('following', moveDates('2026-01-27T13:00', 90));
    expect(changed.instances.slice(1).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(
      items.map(({ to }) => to),
    );
  });

  it('names the rule at each date that cannot be moved, and what would be cancelled', async () => {
    const person = await fixture.aPerson();
    const third = { startsAt: '2026-02-02T12:00:00Z', endsAt: '2026-02-02T13:00:00Z' };
    await fixture.book({ resource: 'podcast-room', ...third }, person);
    const before = await everything();
    const moved = await preview('all', moveDates('2026-01-26T14:00'));
    expect(moved.items.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      [],
      ['booking.overlap'],
      [],
    ]);
    const cancelled = await preview('following', cancelDates, 2);
    expect(cancelled.items.map(({ from, to }) => [from.startsAt, to])).toEqual([
      ['2026-02-02T10:00:00.000Z', null],
      ['2026-02-09T10:00:00.000Z', null],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('is for the staff of its hub', async () => {
    const bookingId = one.bookingId(1);
    const request = { seriesId: series.id, bookingId, scope: 'all' as const, change: cancelDates };
    const stranger = await fixture.aPerson();
    expect(await endOf(fixture.get(SeriesChanges).preview(request, stranger))).toBe('not_found');
  });
});

describe('the version of a series', () => {
  const tied = (ifMatch: number[], what: ChangeSeries = cancelDates, date = 1) => {
    const bookingId = one.bookingId(date);
    const request = { seriesId: series.id, bookingId, scope: 'one' as const, change: what, ifMatch };
    return fixture.get(SeriesChanges).apply(request, staff.viewer);
  };

  it('grows when one of its dates is changed, with the series or by itself', async () => {
    const { version } = await one.change('all', moveDates('2026-01-26T13:00'));
    expect(version).toBeGreaterThan(series.version);
    await fixture.get(BookingService).cancel(one.bookingId(3), staff);
    const after = await one.now();
    expect(after.version).toBeGreaterThan(version);
  });

  it('ties a change to what was read: a stale one changes nothing', async () => {
    await tied([series.version], moveDates('2026-01-26T13:00'));
    const before = await one.takenFrom();
    expect(await endOf(tied([series.version]))).toBe('precondition.failed');
    expect(await endOf(tied([]))).toBe('precondition.failed');
    expect(await one.takenFrom()).toEqual(before);
  });

  it('lets one of five changes that read the same through', async () => {
    const starts = ['12:30', '13:00', '14:00', '15:00', '16:00'];
    const answers = starts.map((start) => tied([series.version], moveDates(`2026-01-26T${start}`)));
    expect(await tallyDone(answers)).toEqual({ done: 1, 'precondition.failed': 4 });
  });
});
