import { wallTime } from './wall-time.js';

/** `2026-11-23`: names a day of the hub's calendar, sorts as text. */
export type DayKey = string;

/** The day of the hub's calendar on which an instant falls. */
export function dayKey(instant: string | number | Date, timeZone: string): DayKey {
  return wallTime(instant, timeZone).slice(0, 10);
}

/** The days from `first` on; calendar days, so no summer-time change can repeat or skip one. */
export function daysFrom(first: DayKey, count: number): DayKey[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(start + index * 86_400_000).toISOString().slice(0, 10));
}

/** Noon UTC of a day, for writing the day itself: format it in UTC. */
export function noonOf(day: DayKey): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Whether a text names a day that the calendar has. */
export function isDay(text: string): text is DayKey {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}
