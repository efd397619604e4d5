import type { Alternative, Locale } from '#libs/contracts';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { decideWish, type DecisionFacts } from '../making/booking-decision.js';
import { optionOf } from '../making/booking-option.js';
import type { Transition } from './booking-transitions.service.js';
import { titleOf, type BookingWish } from '../making/booking-wish.js';
import { isoRange } from '../calendar/iso-range.js';
import type { Interval } from '../rules/interval.js';
import { timeOf, type StandingBooking } from '../booking/standing-booking.repository.js';

/** Whether somebody is at it, or should be: then it stays on the things it has. */
export function hasBegun({ status, startsAt }: StandingBooking, now: Date): boolean {
  return status === 'in_use' || startsAt <= now;
}

/**
 * The wish that a standing booking had another time.
 * @param thing what it shall take instead; one of its pool leaves it a booking of the pool
 */
export function wishOfChange(
  { booking, place, now }: Pick<Transition, 'booking' | 'place' | 'now'>,
  time: Interval,
  thing?: ResourceEntity,
): BookingWish {
  const { poolId, category, purpose } = booking;
  const pool = (poolId !== null && place.findPool(poolId)) || null;
  if (thing !== undefined) {
    const kept = thing.poolId === poolId ? pool : null;
    const options = [optionOf(place, [thing])];
    return { place, time, pool: kept, category: thing.category, purpose, hold: false, options };
  }
  const taken = booking.occupied
    .filter((part) => part.isTarget)
    .flatMap((part) => place.findResource(part.resourceId) ?? []);
  const mayChangeUnit = pool !== null && !hasBegun(booking, now);
  const choices = mayChangeUnit
    ? place
        .unitsOf(pool)
        .filter((unit) => unit.bookable)
        .map((unit) => [unit])
    : [taken];
  const options = choices.map((targets) => optionOf(place, targets));
  return { place, time, pool, category, purpose, hold: false, options };
}

/**
 * A start that stays was accepted once, and is judged as at the last moment at which it could have been: what has
 * begun is not refused for being past.
 */
export function factsOfChange(facts: DecisionFacts, wish: BookingWish, booking: StandingBooking): DecisionFacts {
  const { start } = wish.time;
  if (start !== booking.startsAt.getTime()) return facts;
  const notice = Math.max(0, ...wish.options.map((option) => option.policy.minNoticeMinutes));
  return { ...facts, shared: { ...facts.shared, now: start - notice * 60_000 } };
}

/**
 * The longest time, up to the wished one, for which a booking could go on.
 * @returns nothing when it cannot be longer than it is
 */
export function longestExtension(
  wish: BookingWish,
  facts: DecisionFacts,
  { booking, locale }: { booking: StandingBooking; locale: Locale },
): Alternative[] {
  const [option] = wish.options;
  const present = timeOf(booking);
  if (option === undefined || wish.time.start !== present.start) return [];
  const { startIntervalMinutes, maxDurationMinutes } = option.policy;
  const last = Math.min(wish.time.end, present.start + maxDurationMinutes * 60_000);
  for (let end = last; end > present.end; end -= startIntervalMinutes * 60_000) {
    const time = { start: present.start, end };
    if (decideWish({ ...wish, time }, facts).broken.length > 0) continue;
    const resource = wish.pool === null && option.targets.length === 1 ? (option.targets[0]?.slug ?? null) : null;
    return [
      { ...isoRange(time), resource, pool: wish.pool?.slug ?? null, name: titleOf(wish.pool, option.targets, locale) },
    ];
  }
  return [];
}
