import type { ChangeSeries, Series, SeriesScope } from '#libs/contracts';
import { Problem } from '#libs/platform';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { ClosureService } from '../closing/closure.service.js';
import { BookingMover } from '../life/booking-mover.service.js';
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

  it('a date is moved with its series or by itself, and whoever comes second by If-Match is told', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await fixture.reset();
      series = await aSeries('FREQ=WEEKLY;COUNT=4', '2026-01-19T12:00');
      const [bookingId, byItself] = [series.instances[2]?.bookingId ?? '', fixture.get(BookingMover)];
      const { version } = await fixture.get(BookingService).get(bookingId, staff);
      const time = { startsAt: '2026-02-02T12:00:00Z', endsAt: '2026-02-02T13:00:00Z' };
      const seriesId = series.id;
      const together = () => {
        const request = { seriesId, bookingId, scope: 'all' as const, change: moveTo('2026-02-02T15:00') };
        return fixture.get(SeriesChanges).apply({ ...request, ifMatch: [series.version] }, staff.viewer);
      };
      const alone = () => byItself.move({ bookingId, asking: staff, ifMatch: [version] }, time);
      const answers = await tallyDone(round % 2 === 0 ? [together(), alone()] : [alone(), together()]);
      expect(answers).toEqual({ done: 1, 'precondition.failed': 1 });
      expect(await active()).toHaveLength(4);
    }
  });

  it('a move onto a time that somebody books at that moment moves all or nothing', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await fixture.reset();
      series = await aSeries('FREQ=WEEKLY;COUNT=4', '2026-01-19T12:00');
      const person = await fixture.aPerson();
      const time = { startsAt: '2026-02-02T13:00:00Z', endsAt: '2026-02-02T14:00:00Z' };
      const move = () => codeOf(change('all', moveTo('2026-01-26T15:00')));
      const book = () => codeOf(fixture.book({ resource: 'podcast-room', ...time }, person));
      const answers = await Promise.all(round % 2 === 0 ? [move(), book()] : [book(), move()]);
      const [moved, booked] = round % 2 === 0 ? answers : answers.reverse();
      expect([
        ['done', 'booking.overlap'],
        ['series.conflicts', 'done'],
      ]).toContainEqual([moved, booked]);
      const left = moved === 'done' ? 'T13:00' : 'T10:00';
      expect((await active()).filter((start) => start.endsWith(left)).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('a move into a week that is being closed leaves no date in it, whoever was first', async () => {
    const week = { from: '2026-02-02T00:00:00Z', to: '2026-02-09T00:00:00Z', reason: 'Painting' };
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await fixture.reset();
      series = await aSeries('FREQ=DAILY;COUNT=3', '2026-01-20T12:00');
      const move = () => codeOf(change('all', moveTo('2026-02-04T12:00')));
      const close = () =>
        codeOf(fixture.get(ClosureService).close('test-hub', week, { asking: staff, isPreview: false }));
      const answers = await Promise.all(round % 2 === 0 ? [move(), close()] : [close(), move()]);
      const [moved, closed] = round % 2 === 0 ? answers : answers.reverse();
      expect(closed).toBe('done');
      expect(moved).toMatch(/^(done|series\.conflicts)$/);
      const after = await fixture.get(SeriesService).get(series.id, staff);
      const status = moved === 'done' ? 'cancelled' : 'confirmed';
      expect(after.instances.map((date) => date.status)).toEqual([status, status, status]);
      expect(await active()).toHaveLength(moved === 'done' ? 0 : 3);
    }
  });
});
