import type { BrokenRule, ProblemParams } from '#libs/platform';
import type { ProblemCode } from '#libs/contracts';
import { earliestStart, horizonDays, latestStart, type SlotFacts } from './free-slots.js';
import { contains, overlaps, type Interval } from './interval.js';
import { brokenByPerson, type PersonFacts } from './person-rules.js';
import { withBuffers } from './policy.js';
import { StartGrid } from './start-grid.js';

/** What is known about one way to fulfil a wish, and about the person who has it. */
export interface BookingFacts extends SlotFacts {
  readonly bookable: boolean;
  /** Until when it is out of order: undefined when it works, null when nobody knows. */
  readonly outOfOrderUntil: number | null | undefined;
  /** Every induction that is asked for. */
  readonly inductionKinds: readonly string[];
  /** Who wants it; the rules about people do not bind staff. */
  readonly person: PersonFacts;
}

/**
 * Names every rule that a booking of `[start, end)` would break.
 * @returns in the order in which people should read them; empty when it may be made
 */
export function decideBooking(time: Interval, facts: BookingFacts): BrokenRule[] {
  const byPerson = facts.isStaff ? [] : brokenByPerson(time, facts);
  return [...brokenByTarget(time, facts), ...brokenByTime(time, facts), ...byPerson];
}

const takenCodes: readonly ProblemCode[] = ['booking.overlap', 'booking.too_many_active', 'booking.quota'];

/**
 * Whether the refusal comes down to "somebody was faster": nothing is wrong with the wish itself. Somebody's limit
 * of active bookings or quota does not change that, since another of his own requests may have just used it up.
 */
export function isTaken(broken: readonly BrokenRule[]): boolean {
  return (
    broken.some((rule) => rule.code === 'booking.overlap') && broken.every((rule) => takenCodes.includes(rule.code))
  );
}

function brokenByTarget(time: Interval, { bookable, outOfOrderUntil }: BookingFacts): BrokenRule[] {
  const isOut = outOfOrderUntil === null || (outOfOrderUntil !== undefined && outOfOrderUntil > time.start);
  return [...when(!bookable, 'booking.not_bookable'), ...when(isOut, 'booking.out_of_order')];
}

function brokenByTime(time: Interval, facts: BookingFacts): BrokenRule[] {
  const { policy, now, opening, busy, offsetAt } = facts;
  const minutes = (time.end - time.start) / 60_000;
  const grid = new StartGrid(policy.startIntervalMinutes, offsetAt);
  const isPast = time.start < now;
  const isBackwards = minutes <= 0;
  const isOpen = opening.some((period) => contains(period, time));
  const occupied = withBuffers(time, policy);
  return [
    ...when(minutes < policy.minDurationMinutes, 'booking.too_short', { minMinutes: policy.minDurationMinutes }),
    ...when(minutes > policy.maxDurationMinutes, 'booking.too_long', { maxMinutes: policy.maxDurationMinutes }),
    ...when(!grid.holds(time.start, time.end), 'booking.off_grid', { intervalMinutes: policy.startIntervalMinutes }),
    ...when(isPast, 'booking.in_past'),
    ...when(!isPast && time.start < earliestStart(policy, now), 'booking.notice_too_short', {
      minNoticeMinutes: policy.minNoticeMinutes,
    }),
    ...when(time.start > latestStart(policy, now, facts.isStaff), 'booking.beyond_horizon', {
      horizonDays: horizonDays(policy, facts.isStaff),
    }),
    ...when(!isBackwards && !isOpen, 'booking.closed'),
    ...when(!isBackwards && busy.some((taken) => overlaps(taken, occupied)), 'booking.overlap'),
  ];
}

function when(isBroken: boolean, code: ProblemCode, params: ProblemParams = {}): BrokenRule[] {
  return isBroken ? [{ code, params }] : [];
}
