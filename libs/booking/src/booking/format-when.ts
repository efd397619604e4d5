import type { Locale } from '#libs/contracts';
import type { Interval } from '../rules/interval.js';

/**
 * Writes a booking's time for a letter: "ma 12.1.2026 klo 12.00–13.00".
 * @param timeZone the hub's, whatever clock the reader lives by
 */
export function formatWhen(time: Interval, timeZone: string, locale: Locale): string {
  return formatOf(timeZone, locale).formatRange(time.start, time.end);
}

/** Writes an instant in the same way. */
export function formatMoment(at: Date, timeZone: string, locale: Locale): string {
  return formatOf(timeZone, locale).format(at);
}

/** Making one takes longer than using it; there are few zones and three languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  const key = `${timeZone}/${locale}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = makeFormat(timeZone, locale);
  formats.set(key, format);
  return format;
}

function makeFormat(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}
