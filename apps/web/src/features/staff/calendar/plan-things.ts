import type { Booking, Resource } from '#libs/contracts';

/** Where somebody wants to have a booking. */
export interface PlanMove {
  startsAt: string;
  endsAt: string;
  /** Another thing; undefined to keep what it has. */
  thing?: Resource | undefined;
}

/**
 * Whether a booking could be given a thing. Several that were booked together stay together, and a date of a series
 * stays with what the series is for.
 */
export function canTake({ resources, series, pool }: Booking, thing: Resource): boolean {
  if (resources.length !== 1 || !thing.bookable) return false;
  return (series ?? null) === null || (pool !== null && thing.pool === pool);
}

/** Whether a booking has a thing already. */
export function takes({ resources }: Booking, thing: Resource): boolean {
  return resources.some(({ id }) => id === thing.id);
}

/**
 * The next thing up or down that a booking could have.
 * @param at where it is being carried; undefined for where it is
 * @returns undefined when there is none
 */
export function nextThing(
  booking: Booking,
  things: readonly Resource[],
  { at, by }: { at: Resource | undefined; by: 1 | -1 },
): Resource | undefined {
  const from = things.findIndex((thing) => (at ? thing.id === at.id : takes(booking, thing)));
  const after = by === 1 ? things.slice(from + 1) : things.slice(0, Math.max(0, from)).toReversed();
  return after.find((thing) => canTake(booking, thing) || takes(booking, thing));
}
