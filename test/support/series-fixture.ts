import type { ChangeSeries, Series, SeriesScope } from '#libs/contracts';
import { SeriesChanges } from '../../libs/booking/src/series/series-change.service.js';
import { SeriesService } from '../../libs/booking/src/series/series.service.js';
import type { Asking } from '../../libs/booking/src/booking/asking.js';
import type { BookingFixture } from './booking-fixture.js';

/** One series of the podcast room, by somebody of staff. */
export class SeriesFixture {
  private constructor(
    private readonly bookings: BookingFixture,
    readonly staff: Asking,
    readonly series: Series,
  ) {}

  /** @param startsAt local time of the hub, like `2026-01-19T12:00`; each date takes an hour */
  static async start(bookings: BookingFixture, rrule: string, startsAt: string): Promise<SeriesFixture> {
    await bookings.reset();
    const staff = await bookings.aPerson({ staff: true });
    const wish = { hub: 'test-hub', resource: 'podcast-room', rrule, startsAt, durationMinutes: 60 };
    const series = await bookings.get(SeriesService).create({ ...wish, mode: 'all_or_nothing' }, staff);
    return new SeriesFixture(bookings, staff, series);
  }

  /** At noon, the first on the 19th of January 2026. */
  static fourMondays(bookings: BookingFixture): Promise<SeriesFixture> {
    return SeriesFixture.start(bookings, 'FREQ=WEEKLY;COUNT=4', '2026-01-19T12:00');
  }

  /** Changes the second date, or another one, by itself or with others. */
  async change(scope: SeriesScope, change: ChangeSeries, date = 1): Promise<Series> {
    const request = { seriesId: this.series.id, bookingId: this.bookingId(date), scope, change };
    await this.bookings.get(SeriesChanges).apply(request, this.staff.viewer);
    return this.now();
  }

  now(): Promise<Series> {
    return this.bookings.get(SeriesService).get(this.series.id, this.staff);
  }

  bookingId(date: number): string {
    return this.series.instances[date]?.bookingId ?? '';
  }

  /** When the active allocations of all bookings start, like `2026-01-19T10:00` in UTC. */
  async takenFrom(): Promise<string[]> {
    const rows = await this.bookings.database.query<{ startsAt: Date }>(
      `SELECT lower(during) AS "startsAt" FROM allocation WHERE active ORDER BY 1`,
    );
    return rows.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
  }
}

export const cancelDates = { action: 'cancel' } as const;

export function moveDates(startsAt: string, durationMinutes?: number): ChangeSeries {
  return { action: 'move', startsAt, ...(durationMinutes !== undefined && { durationMinutes }) };
}
