import { Temporal } from 'temporal-polyfill';
import type { OpeningSource } from '#libs/contracts';
import { mergeIntervals, overlaps, subtractIntervals, type Interval } from './interval.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * One opening of a day, in the hub's wall time: `{ opens: '09:00', closes: '20:00' }`. `closes` may be `24:00`; one that
 * is not after `opens` is on the next day (`18:00`–`02:00`).
 */
export interface OpeningSpan {
  readonly opens: string;
  readonly closes: string;
}

/** A day that is not named is closed. */
export type WeeklyHours = Partial<Record<Weekday, readonly OpeningSpan[]>>;

/** A part of the year with a week of its own, every year: `from` and `to` are `MM-DD`, both included. */
export interface Season {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly week: WeeklyHours;
}

/** Everything that says when a hub is open; dates are `YYYY-MM-DD` of its own calendar. */
export interface OpeningCalendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly weekly: WeeklyHours;
  /** The first that holds a date is taken instead of the usual week. */
  readonly seasons: readonly Season[];
  /** Go before the week and the holidays; a date without spans is closed. */
  readonly exceptions: ReadonlyMap<string, readonly OpeningSpan[]>;
  /** Closed unless an exception says otherwise. */
  readonly isHoliday: (date: string) => boolean;
  /** Stretches in which the hub is closed whatever else is said. */
  readonly closures: readonly Interval[];
}

/**
 * When the hub is open, as instants. An opening belongs to the day on which it begins, also the part of it that comes
 * after midnight. Wall times that a DST change skips move forward, those that come twice are the first ones; openings
 * that touch (24:00 and 00:00) are one.
 * @param range which openings are wanted; they are given whole, even when they begin before it or end after it
 */
export function openingPeriods(calendar: OpeningCalendar, range: Interval): Interval[] {
  const { timeZone, closures } = calendar;
  const periods: Interval[] = [];
  const lastDay = localDate(range.end, timeZone);
  // Yesterday's opening may reach over midnight.
  for (
    let day = localDate(range.start, timeZone).subtract({ days: 1 });
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const span of hoursOfDay(calendar, day.toString()).hours) periods.push(periodOf(day, span, timeZone));
  }
  return subtractIntervals(mergeIntervals(periods), closures).filter((period) => overlaps(period, range));
}

/** A day's hours and where they come from. */
export interface DayHours {
  readonly hours: readonly OpeningSpan[];
  readonly source: OpeningSource;
  /** The season that holds the day, when its week is the one. */
  readonly season?: Season;
}

/**
 * What a calendar says of a day, closures aside.
 * @param date `YYYY-MM-DD`
 */
export function hoursOfDay({ weekly, seasons, exceptions, isHoliday }: OpeningCalendar, date: string): DayHours {
  const exception = exceptions.get(date);
  if (exception !== undefined) return { hours: exception, source: 'exception' };
  if (isHoliday(date)) return { hours: [], source: 'holiday' };
  const weekday = weekdayOf(Temporal.PlainDate.from(date));
  const season = seasons.find((each) => isWithin(each, date.slice(-5)));
  if (season === undefined) return { hours: weekly[weekday] ?? [], source: 'week' };
  return { hours: season.week[weekday] ?? [], source: 'season', season };
}

/** A season may run over the new year: `12-01` to `02-28`. */
function isWithin({ from, to }: Season, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

function periodOf(day: Temporal.PlainDate, { opens, closes }: OpeningSpan, timeZone: string): Interval {
  const lastDay = closes > opens ? day : day.add({ days: 1 });
  return { start: instantAt(day, opens, timeZone), end: instantAt(lastDay, closes, timeZone) };
}

function localDate(instant: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

function weekdayOf(day: Temporal.PlainDate): Weekday {
  const name = weekdays[day.dayOfWeek - 1];
  if (name === undefined) throw new RangeError(`no weekday ${day.dayOfWeek}`);
  return name;
}

function instantAt(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const endsDay = time === '24:00';
  const wall = (endsDay ? day.add({ days: 1 }) : day).toPlainDateTime(endsDay ? '00:00' : time);
  return wall.toZonedDateTime(timeZone).epochMilliseconds;
}
