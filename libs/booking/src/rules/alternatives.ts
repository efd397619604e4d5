import { decideBooking, type BookingFacts } from './decide-booking.js';
import { freeSlots, type SlotFacts } from './free-slots.js';
import type { Interval } from './interval.js';

/** How many whole bookings away from the nearest start of each free stretch is still looked at. */
const reach = 2;

/**
 * The bookable times that are nearest to a refused one.
 * @param wanted the refused time; its length is brought within the policy first
 * @param options every way to fulfil the wish (a pool's units); one of them must be free
 * @param search `within` where to look, `limit` how many at most
 * @returns nearest first; each would be accepted as it is now, also by the rules about the person
 */
export function nearestTimes(
  wanted: Interval,
  options: readonly BookingFacts[],
  search: { within: Interval; limit: number },
): Interval[] {
  const starts = new Map<number, Interval>();
  for (const facts of options) {
    const durationMs = allowedDuration(wanted, facts);
    for (const slot of freeSlots(facts, search.within)) {
      for (const start of startsNear(wanted.start, slot, { durationMs, facts })) {
        const time = { start, end: start + durationMs };
        if (!starts.has(start) && decideBooking(time, facts).length === 0) starts.set(start, time);
      }
    }
  }
  const distance = (time: Interval): number => Math.abs(time.start - wanted.start);
  return [...starts.values()].toSorted((a, b) => distance(a) - distance(b) || a.start - b.start).slice(0, search.limit);
}

function allowedDuration(wanted: Interval, { policy }: SlotFacts): number {
  const step = policy.startIntervalMinutes;
  const steps = Math.round((wanted.end - wanted.start) / 60_000 / step);
  const fewest = Math.ceil(policy.minDurationMinutes / step);
  const most = Math.floor(policy.maxDurationMinutes / step);
  return Math.min(Math.max(steps, fewest), most) * step * 60_000;
}

function startsNear(
  wantedStart: number,
  slot: Interval,
  { durationMs, facts }: { durationMs: number; facts: SlotFacts },
): number[] {
  const lastStart = slot.end - durationMs;
  if (lastStart < slot.start) return [];
  const stepMs = facts.policy.startIntervalMinutes * 60_000;
  const steps = Math.round((wantedStart - slot.start) / stepMs);
  const nearest = Math.min(Math.max(slot.start + steps * stepMs, slot.start), lastStart);
  return Array.from({ length: 2 * reach + 1 }, (_, i) => nearest + (i - reach) * durationMs).filter(
    (start) => start >= slot.start && start <= lastStart,
  );
}
