import type { DayKey } from './day-key.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Making a format takes a hundred times as long as using it, and a calendar asks hundreds of times.
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, made);
  return made;
}

/** What the hub's clock shows at an instant, to the minute: `2026-11-23T09:00`. */
export function wallTime(instant: string | number | Date, timeZone: string): string {
  return formatOf(timeZone).format(new Date(instant)).replace(' ', 'T');
}

/**
 * The instant at which the hub's clock shows a time; `24:00` is the next day's midnight.
 * @param time `09:00`; one that the clock skips in spring is taken an hour later
 * @returns milliseconds since the epoch
 */
export function instantAt(day: DayKey, time: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const offsetAt = (instant: number) => Date.parse(`${wallTime(instant, timeZone)}:00Z`) - instant;
  const guess = asIfUtc - offsetAt(asIfUtc);
  return asIfUtc - offsetAt(guess);
}
