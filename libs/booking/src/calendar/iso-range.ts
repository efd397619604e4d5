import type { TimeRange } from '#libs/contracts';
import type { Interval } from '../rules/interval.js';

/** Many things begin and end at the same instants, and writing one takes longer than finding it again. */
const maxTexts = 10_000;
const texts = new Map<number, string>();

/** How a stretch of time is written in answers. */
export function isoRange({ start, end }: Interval): TimeRange {
  return { startsAt: isoInstant(start), endsAt: isoInstant(end) };
}

/** How an instant is written in answers. */
export function isoInstant(instant: number): string {
  const known = texts.get(instant);
  if (known !== undefined) return known;
  const text = new Date(instant).toISOString();
  if (texts.size === maxTexts) texts.clear();
  texts.set(instant, text);
  return text;
}
