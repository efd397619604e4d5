import type { Series } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { cancelDates, moveDates, SeriesFixture } from '../../../../test/support/series-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { ClosureService } from '../closing/closure.service.js';
import { BookingMover } from '../life/booking-mover.service.js';
import { SeriesChanges } from './series-change.service.js';
import { SeriesService } from './series.service.js';

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

describe('against rivals', () => {
  /** Whoever gets the three Mondays, there is one booking an hour at most, and nobody sees an internal error. */
  it('a series and single bookings share out the times without an error', async () => {
    const people = await fixture.people(12);
    const days = ['2026-01-20', '2026-01-21', '2026-01-22'];
    const singles = people.map((person, index) => {
      const day = days[index % 3] ?? '';
      const time = { startsAt: `${day}T10:00:00Z`, endsAt: `${day}T11:00:00Z` };
      return endOf(fixture.book({ resource: 'studio', ...time }, person));
    });
    const request = { hub: 'test-hub', resource: 'studio', rrule: 'FREQ=DAILY;COUNT=3', startsAt: '2026-01-20T12:00' };
    const rivals = [1, 2, 3].map(() =>
      endOf(fixture.get(SeriesService).create({ ...request, durationMinutes: 60, mode: 'all_or_nothing' }, staff)),
    );
    const answers = await Promise.all([...singles, ...rivals]);
    for (const answer of answers) expect(answer).toMatch(/^(done|booking\.overlap|series\.conflicts)$/);
    const taken = (await one.takenFrom()).filter((start) => days.includes(start.slice(0, 10)));
    // The studio takes its camera kit along.
    expect(taken).toHaveLength(6);
    const seriesWon = answers.slice(12).filter((answer) => answer === 'done').length;
    const singlesWon = answers.slice(0, 12).filter((answer) => answer === 'done').length;
    expect([seriesWon, singlesWon]).toEqual(seriesWon === 1 ? [1, 0] : [0, 3]);
  });

  it('two moves of one series follow each other, and a move and a cancellation have one end', async () => {
    const answers = await Promise.all([
      endOf(one.change('all', moveDates('2026-01-26T13:00'))),
      endOf(one.change('following', moveDates('2026-01-26T14:00'))),
      endOf(one.change('all', cancelDates)),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^(done|booking\.wrong_state)$/);
    const after = await one.now();
    expect(after.instances.map(({ status }) => status)).toEqual(Array(4).fill('cancelled'));
    expect(await one.takenFrom()).toEqual([]);
  });

  it('a move of a series and a cancellation of one of its dates leave no time taken by nobody', async () => {
    const bookingId = one.bookingId(2);
    await Promise.all([
      endOf(one.change('all', moveDates('2026-01-26T15:00'))),
      endOf(fixture.get(BookingService).cancel(bookingId, staff)),
    ]);
    const after = await one.now();
    expect(after.instances[2]?.status).toBe('cancelled');
    expect(await one.takenFrom()).toHaveLength(3);
  });

  it('a date is moved with its series or by itself, and whoever comes second by If-Match is told', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await begin(SeriesFixture.fourMondays(fixture));
      const [bookingId, byItself] = [one.bookingId(2), fixture.get(BookingMover)];
      const { version } = await fixture.get(BookingService).get(bookingId, staff);
      const time = { startsAt: '2026-02-02T12:00:00Z', endsAt: '2026-02-02T13:00:00Z' };
      const seriesId = series.id;
      const together = () => {
        const request = { seriesId, bookingId, scope: 'all' as const, change: moveDates('2026-02-02T15:00') };
        return fixture.get(SeriesChanges).apply({ ...request, ifMatch: [series.version] }, staff.viewer);
      };
      const alone = () => byItself.move({ bookingId, asking: staff, ifMatch: [version] }, time);
      const answers = await tallyDone(round % 2 === 0 ? [together(), alone()] : [alone(), together()]);
      expect(answers).toEqual({ done: 1, 'precondition.failed': 1 });
      expect(await one.takenFrom()).toHaveLength(4);
    }
  });

  it('a move onto a time that somebody books at that moment moves all or nothing', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await begin(SeriesFixture.fourMondays(fixture));
      const person = await fixture.aPerson();
      const time = { startsAt: '2026-02-02T13:00:00Z', endsAt: '2026-02-02T14:00:00Z' };
      const move = () => endOf(one.change('all', moveDates('2026-01-26T15:00')));
      const book = () => endOf(fixture.book({ resource: 'podcast-room', ...time }, person));
      const answers = await Promise.all(round % 2 === 0 ? [move(), book()] : [book(), move()]);
      const [moved, booked] = round % 2 === 0 ? answers : answers.reverse();
      expect([
        ['done', 'booking.overlap'],
        ['series.conflicts', 'done'],
      ]).toContainEqual([moved, booked]);
      const left = moved === 'done' ? 'T13:00' : 'T10:00';
      expect((await one.takenFrom()).filter((start) => start.endsWith(left)).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('a move into a week that is being closed leaves no date in it, whoever was first', async () => {
    const week = { from: '2026-02-02T00:00:00Z', to: '2026-02-09T00:00:00Z', reason: 'Painting' };
    for (const round of [1, 2, 3, 4, 5, 6]) {
      await begin(SeriesFixture.start(fixture, 'FREQ=DAILY;COUNT=3', '2026-01-20T12:00'));
      const move = () => endOf(one.change('all', moveDates('2026-02-04T12:00')));
      const close = () =>
        endOf(fixture.get(ClosureService).close('test-hub', week, { asking: staff, isPreview: false }));
      const answers = await Promise.all(round % 2 === 0 ? [move(), close()] : [close(), move()]);
      const [moved, closed] = round % 2 === 0 ? answers : answers.reverse();
      expect(closed).toBe('done');
      expect(moved).toMatch(/^(done|series\.conflicts)$/);
      const after = await one.now();
      const status = moved === 'done' ? 'cancelled' : 'confirmed';
      expect(after.instances.map((date) => date.status)).toEqual([status, status, status]);
      expect(await one.takenFrom()).toHaveLength(moved === 'done' ? 0 : 3);
    }
  });
});
