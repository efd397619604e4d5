import type { HubEntity } from '../hub/hub.entity.js';
import { isPublicHoliday } from './public-holidays.js';
import type { OpeningCalendar, OpeningSpan } from '../rules/opening-hours.js';

/** A hub with what its own row does not say about when it is open. */
export interface HubWithHours extends HubEntity {
  /** Spans by date, `YYYY-MM-DD`. */
  exceptions: Record<string, readonly OpeningSpan[]>;
  /** Closures in force: pairs of epoch milliseconds. */
  closures: readonly (readonly [number, number])[];
}

/** When a hub is open, as rules read it. */
export function openingCalendarOf(hub: HubWithHours): OpeningCalendar {
  return {
    timeZone: hub.timeZone,
    weekly: hub.weeklyHours,
    seasons: hub.seasons,
    exceptions: new Map(Object.entries(hub.exceptions)),
    isHoliday: (date) => isPublicHoliday(hub.country, date),
    closures: hub.closures.map(([start, end]) => ({ start, end })),
  };
}
