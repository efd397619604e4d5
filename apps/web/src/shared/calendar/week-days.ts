import { daysFrom, type DayKey } from '../i18n/day-key.js';

const day = 86_400_000;

/** The day so many days later; earlier when `count` is negative. */
export function addDays(to: DayKey, count: number): DayKey {
  return new Date(Date.parse(`${to}T12:00:00Z`) + count * day).toISOString().slice(0, 10);
}

/** Monday to Sunday of the week in which a day falls. */
export function weekOf(dayInWeek: DayKey): DayKey[] {
  const sinceMonday = (new Date(`${dayInWeek}T12:00:00Z`).getUTCDay() + 6) % 7;
  return daysFrom(addDays(dayInWeek, -sinceMonday), 7);
}

/** The number of a week as calendars in Finland print it (ISO 8601). */
export function weekNumber(monday: DayKey): number {
  const thursday = new Date(Date.parse(`${monday}T12:00:00Z`) + 3 * day);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / day / 7) + 1;
}
