import type { BookingState, Category } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import type { BookingOption } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { firstState } from '../rules/approval.js';
import type { Interval } from '../rules/interval.js';
import { firstStepAt } from '../rules/next-step.js';
import { withBuffers } from '../rules/policy.js';

/** A booking about to be made. */
export interface BookingDraft {
  readonly hubId: string;
  readonly accountId: string;
  readonly poolId: string | null;
  readonly category: Category;
  readonly time: Interval;
  /** What it occupies, buffers included. */
  readonly occupied: Interval;
  readonly purpose: string | null;
  readonly status: BookingState;
  /** End of a hold; null in every other state. */
  readonly expiresAt: Date | null;
  /** When somebody came; null for what is booked ahead. */
  readonly checkedInAt: Date | null;
  /** When time moves it on. */
  readonly nextStepAt: Date | null;
  readonly now: Date;
}

/**
 * The booking that fulfils a wish in one of its ways.
 * @param by.until for an offer: when it ends
 */
export function draftOf(
  wish: BookingWish,
  { policy }: BookingOption,
  by: { viewer: Viewer; now: Date; until?: Date },
): BookingDraft {
  const { place, pool, category, time, purpose, hold } = wish;
  const { viewer, now, until } = by;
  const status = firstState(time, policy, { isStaff: isStaffOf(viewer, place.hub.id), hold });
  const holdEnd = until ?? new Date(now.getTime() + policy.holdMinutes * 60_000);
  const expiresAt = hold ? holdEnd : null;
  return {
    hubId: place.hub.id,
    poolId: pool?.id ?? null,
    accountId: viewer.accountId,
    category,
    time,
    occupied: withBuffers(time, policy),
    purpose,
    status,
    expiresAt,
    checkedInAt: null,
    nextStepAt: firstStepAt({ status, time, expiresAt }, policy, now),
    now,
  };
}
