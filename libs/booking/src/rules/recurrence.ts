import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Interval } from './interval.js';

/** One request never fills a calendar for years. */
export const maxDates = 200;
export const maxSpanDays = 400;
/** A rule that meets no date (the 30th of February) is given up after so many periods. */
const maxIterations = 2000;

/** What repeats. */
export interface Recurrence {
  /** RFC 5545, without its name: `FREQ=WEEKLY;BYDAY=MO;COUNT=10`. */
  readonly rrule: string;
  /** Wall time of the first date in the zone: `2026-03-02T10:00`. */
  readonly startsAt: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
}

/** The dates, or what is wrong with the request: the field and a sentence for programmers. */
export type Expansion = { readonly dates: readonly Interval[] } | { readonly fault: RecurrenceFault };

export interface RecurrenceFault {
  readonly path: 'rrule' | 'startsAt';
  readonly message: string;
}

const list = (item: string): RegExp => new RegExp(`^${item}(,${item}){0,30}$`);

/** The parts that calendars for people use; nothing finer than a day, so that a date has one start. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: list('([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTHDAY: list('-?([1-9]|[12]\\d|3[01])'),
  BYMONTH: list('([1-9]|1[0-2])'),
  BYSETPOS: list('-?[1-9]\\d?'),
  WKST: /^(MO|SU)$/,
};

/**
 * Works out every date of a series, in order. The wall time stays: ten o'clock is ten o'clock on both sides of a DST
 * change. A date whose wall time is skipped by the change is left out, one that comes twice is the first.
 * @returns at most 200 dates within 400 days, each of exactly `durationMinutes`
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export function expandRecurrence({ rrule, startsAt, timeZone, durationMinutes }: Recurrence): Expansion {
  const first = wallInstant(startsAt, timeZone);
  if (first === undefined) return fault('startsAt', 'is not a time of the hub’s clock');
  if (!isBounded(rrule)) return fault('rrule', 'is not an RFC 5545 rule with one of COUNT and UNTIL');
  const starts = startsOf(withInstantUntil(rrule, timeZone), first);
  if (starts === 'too many')
    return fault('rrule', `gives more than ${maxDates} dates, or more than ${maxSpanDays} days`);
  if (starts.length === 0) return fault('rrule', 'gives no date');
  return { dates: starts.map((start) => ({ start, end: start + durationMinutes * 60_000 })) };
}

/**
 * Moves a start by the hub's wall clock.
 * @param start epoch milliseconds
 * @param by what the wall clock is put forward by, `PT1H` or `-P1D`
 * @returns epoch milliseconds; a wall time that a DST change skips moves forward
 */
export function shiftWallTime(start: number, timeZone: string, by: Temporal.Duration): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return wall.add(by).toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * How far the wall clock is from an instant to a wall time.
 * @returns undefined when the zone's clock never shows `to`
 */
export function wallShift(from: number, to: string, timeZone: string): Temporal.Duration | undefined {
  const target = wallInstant(to, timeZone);
  if (target === undefined) return undefined;
  const wall = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return wall.until(target.toPlainDateTime(), { largestUnit: 'day' });
}

function fault(path: RecurrenceFault['path'], message: string): Expansion {
  return { fault: { path, message } };
}

function isBounded(rrule: string): boolean {
  const named = new Map<string, string>();
  for (const part of rrule.split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (named.has(name) || parts[name]?.test(value) !== true) return false;
    named.set(name, value);
  }
  return named.has('FREQ') && named.has('COUNT') !== named.has('UNTIL');
}

/**
 * The dates of a series have no zone, so its UNTIL need not have one, either; the library asks for an instant.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 "UNTIL MUST have the same value type as DTSTART"
 */
function withInstantUntil(rrule: string, timeZone: string): string {
  return rrule.replace(/(?<=UNTIL=)\d{8}T\d{6}(?=;|$)/, (wall) => {
    const instant = plainDateTime(wall)?.toZonedDateTime(timeZone).toInstant();
    return instant?.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '') ?? wall;
  });
}

function startsOf(rruleString: string, dtstart: Temporal.ZonedDateTime): number[] | 'too many' {
  const lastStart = dtstart.add({ days: maxSpanDays }).epochMilliseconds;
  const starts: number[] = [];
  let isOver = false;
  try {
    const rule = new RRuleTemporal({ rruleString, dtstart, tzid: dtstart.timeZoneId, maxIterations });
    rule.all((date) => {
      const start = Temporal.ZonedDateTime.from(date.toString()).epochMilliseconds;
      isOver = starts.length === maxDates || start > lastStart;
      if (!isOver) starts.push(start);
      return !isOver;
    });
  } catch (error) {
    // So it says of an UNTIL that no calendar has, and when it gives up: no date, or none for years after the last.
    if (!(error instanceof Error)) throw error;
    return starts.length === 0 ? [] : 'too many';
  }
  return isOver ? 'too many' : starts;
}

function wallInstant(wall: string, timeZone: string): Temporal.ZonedDateTime | undefined {
  const time = plainDateTime(wall);
  const zoned = time?.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  // In the hour that a DST change skips, the answer is another wall time.
  return time !== undefined && zoned?.toPlainDateTime().equals(time) === true ? zoned : undefined;
}

function plainDateTime(wall: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(wall);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
