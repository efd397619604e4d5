import type { OffsetAt } from './zone-time.js';

const dayMs = 24 * 60 * 60_000;
/** 1 January 1970 was a Thursday. */
const daysFromMondayToEpoch = 3;

/** @returns a number that two instants share when they lie in the same ISO week, Monday to Sunday, of a zone's calendar */
export function weekOf(instant: number, offsetAt: OffsetAt): number {
  return Math.floor(((instant + offsetAt(instant)) / dayMs + daysFromMondayToEpoch) / 7);
}

/** @returns the date in a zone, `YYYY-MM-DD` */
export function wallDate(instant: number, offsetAt: OffsetAt): string {
  return new Date(instant + offsetAt(instant)).toISOString().slice(0, 10);
}
