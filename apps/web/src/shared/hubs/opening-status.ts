import type { TimeRange } from '#libs/contracts';

export type OpeningStatus =
  | { kind: 'open'; until: string }
  | { kind: 'closed'; opensAt: string }
  /** Nothing is known to open in the days ahead. */
  | { kind: 'closed'; opensAt: null };

/**
 * Whether the hub is open, and until or from when.
 * @param opening opening periods in order, half-open
 * @param now milliseconds since the epoch
 */
export function openingStatus(opening: readonly TimeRange[], now: number): OpeningStatus {
  const current = opening.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt));
  if (current) return { kind: 'open', until: current.endsAt };
  const next = opening.find(({ startsAt }) => Date.parse(startsAt) > now);
  return { kind: 'closed', opensAt: next?.startsAt ?? null };
}
