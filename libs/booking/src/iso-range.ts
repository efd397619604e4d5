import type { TimeRange } from '#libs/contracts';
import type { Interval } from './rules/interval.js';

/** How a stretch of time is written in answers. */
export function isoRange({ start, end }: Interval): TimeRange {
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() };
}
