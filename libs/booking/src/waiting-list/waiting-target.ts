import { Problem } from '#libs/platform';
import { optionOf } from '../making/booking-option.js';
import type { BookingWish } from '../making/booking-wish.js';
import type { Place } from '../hub/place.js';

/**
 * What an entry waits for, with every way to have it.
 * @param wanted ids or slugs, of which one is given
 * @throws Problem `not_found` when the hub has no such pool or resource
 */
export function waitingTarget(
  place: Place,
  wanted: { poolId: string | null; resourceId: string | null },
): Pick<BookingWish, 'options' | 'pool' | 'category'> {
  if (wanted.poolId !== null) {
    const pool = place.findPool(wanted.poolId);
    if (pool === undefined) throw new Problem('not_found');
    const units = place.unitsOf(pool).filter((unit) => unit.bookable);
    return { pool, category: pool.category, options: units.map((unit) => optionOf(place, [unit])) };
  }
  const resource = place.findResource(wanted.resourceId ?? '');
  if (resource === undefined) throw new Problem('not_found');
  return { pool: null, category: resource.category, options: [optionOf(place, [resource])] };
}
