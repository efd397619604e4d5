import type { BookingState, Policy } from '#libs/contracts';
import type { Interval } from './interval.js';

/** What stands between a wish and a confirmed booking. */
export interface Making {
  /** Staff need nobody's approval. */
  readonly isStaff: boolean;
  /** Only keep the time for now; it is confirmed in a second step. */
  readonly hold: boolean;
}

/** Whether staff have to agree first. */
export function needsApproval(time: Interval, policy: Policy, isStaff: boolean): boolean {
  const { approvalOverMinutes } = policy;
  return !isStaff && approvalOverMinutes !== null && time.end - time.start > approvalOverMinutes * 60_000;
}

/** The state in which a booking begins. */
export function firstState(time: Interval, policy: Policy, { isStaff, hold }: Making): BookingState {
  if (hold) return 'held';
  return needsApproval(time, policy, isStaff) ? 'pending' : 'confirmed';
}
