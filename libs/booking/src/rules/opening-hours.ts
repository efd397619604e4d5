import { Temporal } from 'temporal-polyfill';
import { mergeIntervals, overlaps, type Interval } from './interval.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** One opening of a day, in the hub's wall time: `{ opens: '09:00', closes: '20:00' }`; `closes` may be `24:00`. */
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

/**
 * When the hub is open, as instants. Wall times that a DST change skips move forward, those that come twice are the
 * first ones; openings that touch (24:00 and 00:00) are one.
 * @param hours the hub's week
 * @param timeZone IANA name
 * @param range which openings are wanted; they are given whole, even when they begin before it or end after it
 */
export function openingPeriods(hours: WeeklyHours, timeZone: string, range: Interval): Interval[] {
  const periods: Interval[] = [];
  const lastDay = localDate(range.end, timeZone);
  for (
    let day = localDate(range.start, timeZone);
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    const spans = hours[weekdayOf(day)] ?? [];
    for (const { opens, closes } of spans) {
      periods.push({ start: instantAt(day, opens, timeZone), end: instantAt(day, closes, timeZone) });
    }
  }
  return mergeIntervals(periods).filter((period) => overlaps(period, range));
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
