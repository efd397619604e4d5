import type { Category, CreateBooking, Locale } from '#libs/contracts';
import { Problem } from '#libs/platform';
import { optionOf, type BookingOption } from './booking-option.js';
import { localise } from '../hub/localised-text.js';
import type { Place } from '../hub/place.js';
import type { PoolEntity } from '../hub/pool.entity.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import type { Interval } from '../rules/interval.js';

/** What somebody wants to book, with every name looked up. */
export interface BookingWish {
  readonly place: Place;
  readonly time: Interval;
  /** Any one of these fulfils it: a pool's units, or the one set of resources that was named. */
  readonly options: readonly BookingOption[];
  readonly pool: PoolEntity | null;
  /** Of the pool, or of the first resource; limits are counted by it. */
  readonly category: Category;
  readonly purpose: string | null;
  /** Whether the time is only kept until it is confirmed. */
  readonly hold: boolean;
}

/**
 * @param request names its target by id or slug
 * @throws Problem `not_found` when the hub has no such pool or resource
 */
export function readWish(place: Place, request: CreateBooking): BookingWish {
  const time = { start: Date.parse(request.startsAt), end: Date.parse(request.endsAt) };
  return { place, time, purpose: request.purpose ?? null, hold: request.hold ?? false, ...readTarget(place, request) };
}

/** As `readWish`. @returns undefined when the hub has no such pool or resource */
export function findWish(place: Place, request: CreateBooking): BookingWish | undefined {
  try {
    return readWish(place, request);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** What a wish or a booking is called: the pool's name, else the resources' names. */
export function titleOf(
  pool: Pick<PoolEntity, 'name'> | null,
  targets: readonly Pick<ResourceEntity, 'name'>[],
  locale: Locale,
): string {
  return pool === null
    ? targets.map((target) => localise(target.name, locale)).join(', ')
    : localise(pool.name, locale);
}

function readTarget(place: Place, request: CreateBooking): Pick<BookingWish, 'options' | 'pool' | 'category'> {
  if (request.pool !== undefined) {
    const pool = found(place.findPool(request.pool));
    const units = place.unitsOf(pool).filter((unit) => unit.bookable);
    return { pool, category: pool.category, options: units.map((unit) => optionOf(place, [unit])) };
  }
  const refs = request.resources ?? [request.resource ?? ''];
  const targets = [...new Set(refs.map((ref) => found(place.findResource(ref))))];
  return { pool: null, category: found(targets[0]).category, options: [optionOf(place, targets)] };
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Problem('not_found');
  return thing;
}
