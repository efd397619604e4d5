import { Temporal } from 'temporal-polyfill';
import type { Interval } from './interval.js';

/**
 * Whole days of a zone's calendar.
 * @param instant anywhere in the first one, epoch milliseconds
 * @param days how many
 */
export function localDays(instant: number, timeZone: string, days: number): Interval {
  const midnight = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).startOfDay();
  return { start: midnight.epochMilliseconds, end: midnight.add({ days }).epochMilliseconds };
}
