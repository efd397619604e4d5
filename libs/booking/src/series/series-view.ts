import type { Locale, Series, SeriesSummary } from '#libs/contracts';
import { titleOf } from '../making/booking-wish.js';
import { isoRange } from '../calendar/iso-range.js';
import { expandRecurrence } from '../rules/recurrence.js';
import type { DateRow } from './series-dates.repository.js';
import type { ComingSeriesRow, SeriesRow } from './series.repository.js';

/** How a series is shown, in the reader's language. */
export function seriesView(series: SeriesRow, dates: readonly DateRow[], locale: Locale): Series {
  const booked = new Set(dates.map(({ position }) => position));
  const expansion = expandRecurrence(series);
  const rule = 'dates' in expansion ? expansion.dates : [];
  return {
    id: series.id,
    version: seriesVersion(series.ownVersion, dates),
    hub: series.hub,
    title: seriesTitle(series, locale),
    rrule: series.rrule,
    startsAt: series.startsAt,
    timeZone: series.timeZone,
    durationMinutes: series.durationMinutes,
    purpose: series.purpose,
    publicTitle: series.publicTitle,
    createdAt: series.createdAt.toISOString(),
    instances: dates.map(({ bookingId, status, startsAt, endsAt, resources }) => ({
      bookingId,
      status,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      resources,
    })),
    skipped: rule.filter((_, position) => !booked.has(position)).map(isoRange),
  };
}

/** How a series is shown among others. */
export function seriesSummary(series: ComingSeriesRow, locale: Locale): SeriesSummary {
  const { id, purpose, publicTitle, rrule, startsAt, durationMinutes, datesLeft, nextAt, lastAt } = series;
  const title = seriesTitle(series, locale);
  const ahead = { datesLeft, nextAt: nextAt.toISOString(), lastAt: lastAt.toISOString() };
  return { id, title, purpose, publicTitle, rrule, startsAt, durationMinutes, ...ahead };
}

/**
 * A series changes when one of its dates does, also by itself: their versions only grow, and none is added or removed.
 * @param ownVersion counts changes of the series itself
 * @param dates all of them
 */
export function seriesVersion(ownVersion: number, dates: readonly DateRow[]): number {
  return dates.reduce((sum, { version }) => sum + version, ownVersion);
}

/** What a series is called: as each of its bookings is. */
export function seriesTitle({ poolName, resources }: SeriesRow, locale: Locale): string {
  return titleOf(poolName === null ? null : { name: poolName }, resources, locale);
}
