import type { BookingState, Policy } from '#libs/contracts';
import type { Interval } from './interval.js';

const minuteMs = 60_000;

/** What a booking's own course depends on. */
export interface BookingCourse {
  readonly status: BookingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** End of a hold. */
  readonly expiresAt: Date | null;
  /** Reminders that were due up to this instant are dealt with. */
  readonly remindedAt: Date;
  /** Staff's workshop is held whoever presses a button: a date of a series is neither reminded of nor released. */
  readonly seriesId: string | null;
}

/**
 * How time moves a booking on: a hold expires, and so does a request nobody has approved by its start; whoever does
 * not come is released; what is over is completed.
 */
export interface Step {
  readonly kind: 'expire' | 'remind' | 'release' | 'complete';
  /** When it falls due, epoch milliseconds; in the past when nobody was there to take it. */
  readonly at: number;
}

/**
 * The next thing that time does to a booking.
 * @param now a reminder that was missed until the start is no longer sent; of several missed ones, one is
 * @returns undefined when time changes nothing any more
 */
export function nextStep(booking: BookingCourse, policy: Policy, now: Date): Step | undefined {
  switch (booking.status) {
    case 'held':
      return { kind: 'expire', at: (booking.expiresAt ?? booking.startsAt).getTime() };
    case 'pending':
      return { kind: 'expire', at: booking.startsAt.getTime() };
    case 'confirmed':
      if (booking.seriesId !== null) return { kind: 'complete', at: booking.endsAt.getTime() };
      return nextReminder(booking, policy, now) ?? release(booking, policy);
    case 'in_use':
      return { kind: 'complete', at: booking.endsAt.getTime() };
    default:
      return undefined;
  }
}

/** When time first moves a new booking on. */
export function firstStepAt(
  booking: { status: BookingState; time: Interval; expiresAt: Date | null },
  policy: Policy,
  now: Date,
): Date | null {
  const { status, time, expiresAt } = booking;
  const times = { startsAt: new Date(time.start), endsAt: new Date(time.end) };
  const step = nextStep({ status, ...times, expiresAt, remindedAt: now, seriesId: null }, policy, now);
  return step === undefined ? null : new Date(step.at);
}

function nextReminder({ startsAt, remindedAt }: BookingCourse, policy: Policy, now: Date): Step | undefined {
  if (now >= startsAt) return undefined;
  const due = policy.reminderMinutes
    .map((minutes) => startsAt.getTime() - minutes * minuteMs)
    .filter((at) => at > remindedAt.getTime());
  return due.length === 0 ? undefined : { kind: 'remind', at: Math.min(...due) };
}

/** A short booking may be over before the grace is: then nobody came all the same. */
function release({ startsAt, endsAt }: BookingCourse, policy: Policy): Step {
  const graceEnd = startsAt.getTime() + policy.noShowAfterMinutes * minuteMs;
  return { kind: 'release', at: Math.min(graceEnd, endsAt.getTime()) };
}
