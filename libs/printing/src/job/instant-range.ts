import type { InstantRange } from '#libs/contracts';

/** A range as it goes out of the house. */
export function rangeOf(earliest: Date, latest: Date): InstantRange {
  return { earliest: earliest.toISOString(), latest: latest.toISOString() };
}
