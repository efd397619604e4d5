import { Temporal } from 'temporal-polyfill';
import type { Opening, OpeningDay } from '#libs/contracts';
import { hoursOfDay, type DayHours, type OpeningCalendar } from '../rules/opening-hours.js';

const shownDays = 42;

/**
 * What the hours that are set come to, day by day.
 * @param opening its holidays are those of this year and the next
 * @param now the first day is the one that the hub's calendar shows then
 */
export function openingDays(opening: Omit<Opening, 'days' | 'version'>, now: Date): OpeningDay[] {
  const { timeZone, week, seasons, exceptions, holidays } = opening;
  const holidayNames = new Map(holidays.map(({ date, name }) => [date, name]));
  const reasons = new Map(exceptions.map(({ date, reason }) => [date, reason]));
  const calendar: OpeningCalendar = {
    timeZone,
    weekly: week,
    seasons,
    exceptions: new Map(exceptions.map(({ date, hours }) => [date, hours])),
    isHoliday: (date) => holidayNames.has(date),
    closures: [],
  };
  const nameOf = ({ source, season }: DayHours, date: string): string | null => {
    if (source === 'exception') return reasons.get(date) ?? null;
    return source === 'holiday' ? (holidayNames.get(date) ?? null) : (season?.name ?? null);
  };
  const first = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return Array.from({ length: shownDays }, (_, days): OpeningDay => {
    const date = first.add({ days }).toString();
    const day = hoursOfDay(calendar, date);
    return { date, hours: [...day.hours], source: day.source, name: nameOf(day, date) };
  });
}
