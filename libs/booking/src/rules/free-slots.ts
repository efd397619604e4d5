import type { Policy } from '#libs/contracts';
import { clipIntervals, subtractIntervals, type Interval } from './interval.js';
import { StartGrid } from './start-grid.js';
import type { OffsetAt } from './zone-time.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How far ahead staff plan; no policy's own horizon is longer. */
export const staffHorizonDays = 730;

/** Everything that decides when one thing can be booked. */
export interface SlotFacts {
  /** Opening periods, in order. */
  readonly opening: readonly Interval[];
  /** What already occupies it, the others' buffers included; any order, may overlap. */
  readonly busy: readonly Interval[];
  readonly policy: Policy;
  readonly offsetAt: OffsetAt;
  /** The present, epoch milliseconds. */
  readonly now: number;
  /** Staff may book farther ahead than the policy lets residents. */
  readonly isStaff: boolean;
}

/**
 * The whole free stretches in a range: every booking that begins on the grid inside one, lasts whole intervals, is
 * neither too short nor too long and ends inside it would be accepted.
 * @param range `[start, end)` in which they are wanted
 */
export function freeSlots(facts: SlotFacts, range: Interval): Interval[] {
  const { policy, offsetAt } = facts;
  const grid = new StartGrid(policy.startIntervalMinutes, offsetAt);
  const minMs = policy.minDurationMinutes * minuteMs;
  const slots: Interval[] = [];
  for (const gap of bookableTime(facts, range)) {
    const start = grid.ceil(gap.start);
    const end = start + grid.wholeIntervals(gap.end - start);
    if (end - start >= minMs) slots.push({ start, end });
  }
  return slots;
}

/** @returns the earliest start that is neither past nor too late to announce */
export function earliestStart(policy: Policy, now: number): number {
  return now + policy.minNoticeMinutes * minuteMs;
}

/** How many days ahead somebody may book. */
export function horizonDays(policy: Policy, isStaff: boolean): number {
  return isStaff ? staffHorizonDays : policy.horizonDays;
}

/** @returns the latest start, epoch milliseconds */
export function latestStart(policy: Policy, now: number, isStaff: boolean): number {
  return now + horizonDays(policy, isStaff) * dayMs;
}

function bookableTime({ opening, busy, policy, now, isStaff }: SlotFacts, range: Interval): Interval[] {
  const allowed = {
    start: Math.max(range.start, earliestStart(policy, now)),
    end: Math.min(range.end, latestStart(policy, now, isStaff) + policy.minDurationMinutes * minuteMs),
  };
  return subtractIntervals(clipIntervals(opening, allowed), grown(busy, policy));
}

/** Our own buffers may not reach into what others occupy, so others' time grows by them. */
function grown(busy: readonly Interval[], { bufferBeforeMinutes, bufferAfterMinutes }: Policy): readonly Interval[] {
  if (bufferBeforeMinutes === 0 && bufferAfterMinutes === 0) return busy;
  const [before, after] = [bufferBeforeMinutes * minuteMs, bufferAfterMinutes * minuteMs];
  return busy.map(({ start, end }) => ({ start: start - after, end: end + before }));
}
