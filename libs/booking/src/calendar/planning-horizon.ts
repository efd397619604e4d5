import { Problem, type BrokenRule } from '#libs/platform';
import { staffHorizonDays } from '../rules/free-slots.js';

const dayMs = 24 * 60 * 60_000;
/** Nobody books, waits for or closes anything later than this from now. */
export const planningHorizonMs = staffHorizonDays * dayMs;

/** Names the rule when an instant is farther ahead than anybody plans, staff included. */
export function brokenHorizon(instant: number, now: Date): BrokenRule[] {
  const isBeyond = instant > now.getTime() + planningHorizonMs;
  return isBeyond ? [{ code: 'booking.beyond_horizon', params: { horizonDays: staffHorizonDays } }] : [];
}

/** @throws Problem `booking.refused` with `booking.beyond_horizon` when an instant is farther ahead than anybody plans */
export function assertWithinHorizon(instant: number, now: Date): void {
  const reasons = brokenHorizon(instant, now);
  if (reasons.length > 0) throw new Problem('booking.refused', { reasons });
}
