import type { BrokenRule } from '#libs/platform';
import type { ProblemCode } from '#libs/contracts';
import { needsApproval } from './approval.js';
import { decideBooking, type BookingFacts } from './decide-booking.js';
import { overlaps, type Interval } from './interval.js';
import { withBuffers } from './policy.js';
import { StartGrid } from './start-grid.js';

/** How long somebody who has not booked may use a free thing at once. */
export const walkUpMinutes = 30;

const minuteMs = 60_000;
/** Who stands before a thing does not wait for the next quarter of an hour; lengths are settled by `walkUpTime`. */
const notForWalkUps: readonly ProblemCode[] = ['booking.off_grid', 'booking.too_short', 'booking.too_long'];

/** What the length of a walk-up depends on. */
export type WalkUpFacts = Pick<BookingFacts, 'policy' | 'now' | 'opening' | 'busy' | 'offsetAt'>;

/**
 * From now for half an hour, or as near to it as the policy's shortest and longest times let it be; shorter when the
 * hub closes or something else begins before. A start interval that has begun counts as whole, so that ten past is not
 * too late for what could have been booked at the hour.
 * @returns the whole half an hour when less would be too short: then `decideWalkUp` says what stands in its way
 */
export function walkUpTime(facts: WalkUpFacts): Interval {
  const { policy, now, offsetAt } = facts;
  const minutes = Math.min(Math.max(walkUpMinutes, policy.minDurationMinutes), policy.maxDurationMinutes);
  const whole = wholeMinute(now + minutes * minuteMs);
  const end = Math.min(whole, wholeMinute(timeLeft(facts)));
  const begun = beginOfInterval(now, new StartGrid(policy.startIntervalMinutes, offsetAt), policy.startIntervalMinutes);
  const isLongEnough = end > now && end - begun >= policy.minDurationMinutes * minuteMs;
  return { start: now, end: isLongEnough ? end : whole };
}

/**
 * Names every rule that using a thing from now on would break: those of a booking, but that it need not begin on the
 * grid. What staff would have to approve first cannot be used at once.
 */
export function decideWalkUp(time: Interval, facts: BookingFacts): BrokenRule[] {
  const { policy, isStaff } = facts;
  const broken = decideBooking(time, facts).filter(({ code }) => !notForWalkUps.includes(code));
  if (!needsApproval(time, policy, isStaff)) return broken;
  const params = { approvalOverMinutes: policy.approvalOverMinutes ?? 0 };
  return [...broken, { code: 'booking.approval_required', params }];
}

/** Until when nothing else begins and the hub is open, cleaning left out; now when it is neither free nor open. */
function timeLeft({ policy, now, opening, busy }: WalkUpFacts): number {
  const closes = opening.find(({ start, end }) => start <= now && now < end)?.end ?? now;
  const present = withBuffers({ start: now, end: now + 1 }, { ...policy, bufferAfterMinutes: 0 });
  if (busy.some((taken) => overlaps(taken, present))) return now;
  const next = busy.filter(({ start }) => start > now).map(({ start }) => start - policy.bufferAfterMinutes * minuteMs);
  return Math.min(closes, ...next);
}

function beginOfInterval(now: number, grid: StartGrid, intervalMinutes: number): number {
  const next = grid.ceil(now);
  return next === now ? now : next - intervalMinutes * minuteMs;
}

function wholeMinute(instant: number): number {
  return Math.floor(instant / minuteMs) * minuteMs;
}
