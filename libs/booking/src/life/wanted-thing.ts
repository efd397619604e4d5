import { isStaffOf, type Viewer } from '#libs/people';
import { Problem } from '#libs/platform';
import type { ResourceEntity } from '../hub/resource.entity.js';
import type { Transition } from './booking-transitions.service.js';

type Changed = Pick<Transition, 'booking' | 'place'>;

/**
 * The thing that a booking shall take: what it has already, or what staff want it to have instead. Several that were
 * booked together stay together, and a date of a series stays with what the series was made for.
 * @param ref id or slug
 * @returns undefined when it is one of several that the booking has already
 * @throws Problem `auth.forbidden` to everybody but staff, `not_found`, `request.invalid` for a bundle and a series
 */
export function wantedThing({ booking, place }: Changed, ref: string, viewer: Viewer): ResourceEntity | undefined {
  const thing = place.findResource(ref);
  const targets = booking.occupied.filter(({ isTarget }) => isTarget);
  if (targets.some(({ resourceId }) => resourceId === thing?.id)) return targets.length === 1 ? thing : undefined;
  if (!isStaffOf(viewer, booking.hubId)) throw new Problem('auth.forbidden');
  if (thing === undefined) throw new Problem('not_found');
  if (targets.length !== 1) throw refused('of several things cannot be changed');
  const isOfPool = booking.poolId !== null && thing.poolId === booking.poolId;
  if (booking.seriesId !== null && !isOfPool) throw refused('of a series cannot be changed');
  return thing;
}

/** Whether nothing else than what it has is wanted of a booking. */
export function keepsThing({ booking }: Changed, thing: ResourceEntity | undefined): boolean {
  return thing === undefined || booking.occupied.some((part) => part.isTarget && part.resourceId === thing.id);
}

function refused(message: string): Problem {
  return new Problem('request.invalid', { errors: [{ path: 'resource', message }] });
}
