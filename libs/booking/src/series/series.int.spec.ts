import type { CreateSeries, Series } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { refusal } from '../../../../test/support/refusal.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { BookingLifecycle } from '../life/booking-lifecycle.service.js';
import { SeriesChanges } from './series-change.service.js';
import { SeriesService } from './series.service.js';

let fixture: BookingFixture;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

/** Five Mondays at noon, from the one after the fixture's. */
const aSeries = (changes: Partial<CreateSeries> = {}): CreateSeries => ({
  hub: 'test-hub',
  ...(changes.pool === undefined && changes.resources === undefined && { resource: 'podcast-room' }),
  rrule: 'FREQ=WEEKLY;COUNT=5',
  startsAt: '2026-01-19T12:00',
  durationMinutes: 60,
  mode: 'all_or_nothing',
  ...changes,
});
const create = (changes: Partial<CreateSeries> = {}, key?: string) =>
  fixture.get(SeriesService).create(aSeries(changes), staff, key);
const preview = (changes: Partial<CreateSeries> = {}) => fixture.get(SeriesService).preview(aSeries(changes), staff);
const starts = (series: Series, status = 'confirmed') =>
  series.instances.filter((date) => date.status === status).map(({ startsAt }) => startsAt.slice(0, 16));

async function counts(): Promise<{ bookings: number; taken: number; series: number; outbox: number }> {
  const [row] = await fixture.database.query<{ bookings: number; taken: number; series: number; outbox: number }>(
    `SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM booking_series) AS series,
       (SELECT count(*)::int FROM allocation WHERE active) AS taken, (SELECT count(*)::int FROM outbox) AS outbox`,
  );
  return row!;
}

/** A resident takes the podcast room on the third Monday. */
async function someoneElsesMonday(): Promise<void> {
  const person = await fixture.aPerson();
  const time = { startsAt: '2026-02-02T10:30:00Z', endsAt: '2026-02-02T11:30:00Z' };
  await fixture.book({ resource: 'podcast-room', ...time }, person);
}

describe('a series', () => {
  it('books every date at once, beyond the residents’ horizon and limits', async () => {
    const series = await create({ rrule: 'FREQ=WEEKLY;COUNT=10', purpose: 'Digikerho' });
    expect(series.instances).toHaveLength(10);
    expect(series.instances.flatMap(({ resources }) => resources)).toEqual(Array(10).fill('podcast-room'));
    expect(series).toMatchObject({ title: 'podcast-room', purpose: 'Digikerho', skipped: [] });
    expect(await fixture.get(SeriesService).get(series.id, staff)).toEqual(series);
  });

  it('stays at noon when the clock changes', async () => {
    const spring = await create({ startsAt: '2026-03-23T12:00', rrule: 'FREQ=WEEKLY;COUNT=2' });
    expect(starts(spring)).toEqual(['2026-03-23T10:00', '2026-03-30T09:00']);
    const autumn = await create({ startsAt: '2026-10-19T12:00', rrule: 'FREQ=WEEKLY;COUNT=2' });
    expect(starts(autumn)).toEqual(['2026-10-19T09:00', '2026-10-26T10:00']);
  });

  it('takes the same number of statements for five dates and for ten', async () => {
    const few = await fixture.countQueries(() => create({ rrule: 'FREQ=WEEKLY;COUNT=5' }));
    const many = await fixture.countQueries(() =>
      create({ startsAt: '2026-01-20T12:00', rrule: 'FREQ=WEEKLY;COUNT=10' }),
    );
    expect(many).toBe(few);
  });

  it('records every date, tells of all in one letter, and notes when time moves each on', async () => {
    const { id, instances } = await create();
    const audit = await fixture.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = ANY ($1) ORDER BY action`,
      [[id, ...instances.map(({ bookingId }) => bookingId)]],
    );
    expect(audit.map(({ action }) => action)).toEqual([...Array(5).fill('booking.create'), 'series.create']);
    const jobs = await fixture.database.query<{ job_name: string; payload: { calendar?: { events: unknown[] } } }>(
      `SELECT job_name, payload FROM outbox ORDER BY job_name`,
    );
    expect(jobs.map(({ job_name }) => job_name)).toEqual(['mail.send']);
    const steps = await fixture.database.query<{ isNoted: boolean }>(
      `SELECT next_step_at = ends_at AS "isNoted" FROM booking WHERE id = ANY ($1)`,
      [instances.map(({ bookingId }) => bookingId)],
    );
    expect(steps.map(({ isNoted }) => isNoted)).toEqual(Array(5).fill(true));
    expect(jobs.at(-1)?.payload.calendar?.events).toHaveLength(5);
  });

  it('gives each date of a pool the unit that is free then', async () => {
    const person = await fixture.aPerson();
    const monday = { startsAt: '2026-01-26T10:00:00Z', endsAt: '2026-01-26T11:00:00Z' };
    await fixture.book({ resource: 'vr-1', ...monday }, person);
    const series = await create({ pool: 'vr-headset', rrule: 'FREQ=WEEKLY;COUNT=2' });
    expect(series.title).toBe('VR headset');
    expect(series.instances[1]?.resources).not.toEqual(['vr-1']);
  });

  it('takes a bundle with its parts, or nothing of it', async () => {
    await create({ resources: ['studio', 'podcast-room'], rrule: 'FREQ=WEEKLY;COUNT=3' });
    expect(await counts()).toMatchObject({ bookings: 3, taken: 9 });
  });

  it('is for the staff of the hub alone', async () => {
    const resident = await fixture.aPerson();
    const service = fixture.get(SeriesService);
    expect((await refusal(service.preview(aSeries(), resident))).code).toBe('auth.forbidden');
    expect((await refusal(service.create(aSeries(), resident))).code).toBe('auth.forbidden');
    const { id, instances } = await create();
    expect((await refusal(service.get(id, resident))).code).toBe('not_found');
    const change = {
      seriesId: id,
      bookingId: instances[0]!.bookingId,
      scope: 'all',
      change: { action: 'cancel' },
    } as const;
    expect((await refusal(fixture.get(SeriesChanges).apply(change, resident.viewer))).code).toBe('not_found');
  });

  it('is listed for staff as long as a date of it is to come, by the next one', async () => {
    const later = await create({ startsAt: '2026-01-20T12:00', purpose: 'Kerho' });
    const next = await create({ rrule: 'FREQ=WEEKLY;COUNT=2' });
    const list = async () => (await fixture.get(SeriesService).list('test-hub', staff)).items;
    expect(await list()).toEqual([
      expect.objectContaining({ id: next.id, datesLeft: 2, nextAt: '2026-01-19T10:00:00.000Z' }),
      expect.objectContaining({ id: later.id, purpose: 'Kerho', datesLeft: 5, lastAt: '2026-02-17T10:00:00.000Z' }),
    ]);
    const first = { seriesId: next.id, bookingId: next.instances[0]!.bookingId };
    const cancel = { ...first, scope: 'all', change: { action: 'cancel' } } as const;
    await fixture.get(SeriesChanges).apply(cancel, staff.viewer);
    expect((await list()).map(({ id }) => id)).toEqual([later.id]);
    const resident = await fixture.aPerson();
    expect((await refusal(fixture.get(SeriesService).list('test-hub', resident))).code).toBe('auth.forbidden');
    const [date] = later.instances;
    expect((await fixture.get(BookingService).get(date!.bookingId, staff)).series).toBe(later.id);
  });

  it('is made once under one key, and answers the same again', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create({}, 'key-1')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await counts()).bookings).toBe(5);
    expect((await refusal(create({ durationMinutes: 90 }, 'key-1'))).code).toBe('idempotency.key_reused');
  });
});

describe('dates that cannot be booked', () => {
  it('are shown one by one before anything is written', async () => {
    await someoneElsesMonday();
    const before = await counts();
    const { items } = await preview({ rrule: 'FREQ=DAILY;COUNT=21' });
    expect(items).toHaveLength(21);
    const broken = Object.fromEntries(
      items.filter((date) => date.reasons.length > 0).map((date) => [date.startsAt.slice(0, 10), date.reasons]),
    );
    expect(Object.keys(broken)).toEqual([
      '2026-01-24',
      '2026-01-25',
      '2026-01-31',
      '2026-02-01',
      '2026-02-02',
      '2026-02-07',
      '2026-02-08',
    ]);
    expect(broken['2026-01-24']).toEqual([{ code: 'booking.closed', text: 'The hub is closed then.', params: {} }]);
    expect(broken['2026-02-02']?.map(({ code }) => code)).toEqual(['booking.overlap']);
    expect(await counts()).toEqual(before);
  });

  it('refuse the whole series and name themselves, when all or nothing is asked', async () => {
    await someoneElsesMonday();
    const before = await counts();
    const problem = await refusal(create());
    expect([problem.code, problem.status, problem.params]).toEqual(['series.conflicts', 422, { conflicts: 1 }]);
    expect(problem.reasons).toEqual([{ code: 'booking.overlap', params: { startsAt: '2026-02-02T10:00:00.000Z' } }]);
    expect(await counts()).toEqual(before);
  });

  it('are left out when that is asked, and the series remembers which', async () => {
    await someoneElsesMonday();
    const series = await create({ mode: 'skip_conflicts' });
    expect(starts(series)).toEqual(['2026-01-19T10:00', '2026-01-26T10:00', '2026-02-09T10:00', '2026-02-16T10:00']);
    expect(series.skipped.map(({ startsAt }) => startsAt)).toEqual(['2026-02-02T10:00:00.000Z']);
  });

  it('leave no series when there is no other date', async () => {
    const saturdays = { startsAt: '2026-01-24T12:00', mode: 'skip_conflicts' } as const;
    expect((await refusal(create(saturdays))).params).toEqual({ conflicts: 5 });
    expect((await counts()).bookings).toBe(0);
  });

  it('may be dates of the same series whose buffers reach into each other', async () => {
    const setPolicy = (policy: object) =>
      fixture.database.query(`UPDATE resource SET policy = $1 WHERE slug = 'studio'`, [policy]);
    await setPolicy({ bufferAfterMinutes: 1410 });
    const { items } = await preview({ resources: ['studio'], rrule: 'FREQ=DAILY;COUNT=3' });
    await setPolicy({});
    expect(items.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([[], ['booking.overlap'], []]);
  });
});

describe('a request that is no series', () => {
  it.each([
    [{ rrule: 'FREQ=DAILY' }, 'rrule'],
    [{ rrule: 'FREQ=DAILY;COUNT=201' }, 'rrule'],
    [{ rrule: 'FREQ=MONTHLY;COUNT=15' }, 'rrule'],
    [{ rrule: 'nonsense' }, 'rrule'],
    [{ startsAt: '2026-03-29T03:30' }, 'startsAt'],
    [{ startsAt: '2026-13-01T12:00' }, 'startsAt'],
  ])('%j is refused at its %s', async (changes, path) => {
    const problem = await refusal(create(changes));
    expect([problem.code, problem.errors?.[0]?.path]).toEqual(['request.invalid', path]);
    expect((await refusal(preview(changes))).code).toBe('request.invalid');
  });

  it('is one that lies beyond all planning', async () => {
    for (const attempt of [create, preview]) {
      const problem = await refusal(attempt({ startsAt: '9999-01-01T12:00' }));
      expect([problem.code, problem.reasons?.[0]?.code]).toEqual(['booking.refused', 'booking.beyond_horizon']);
    }
  });

  it('names a thing that is not there', async () => {
    expect((await refusal(create({ resources: ['nothing'] }))).code).toBe('not_found');
  });
});

describe('as time passes, a date', () => {
  it('is held whether or not somebody checks in, and is completed at its end', async () => {
    const { id, instances } = await create({ rrule: 'FREQ=WEEKLY;COUNT=1' });
    const bookingId = instances[0]!.bookingId;
    const advance = () => fixture.get(BookingLifecycle).advance({ bookingId });
    const statusNow = async () => (await fixture.get(SeriesService).get(id, staff)).instances[0]?.status;
    fixture.clock.advance((Date.parse('2026-01-19T10:30:00Z') - fixture.clock.now().getTime()) / 60_000);
    await advance();
    expect(await statusNow()).toBe('confirmed');
    fixture.clock.advance(30);
    await advance();
    expect(await statusNow()).toBe('completed');
  });
});
