import type { TimeRange } from '#libs/contracts';
import { useMe } from '../../../shared/api/use-me.js';
import { useMyBookings } from '../bookings/use-my-bookings.js';
import type { Bookable } from './bookable.js';

const standing = ['held', 'pending', 'confirmed', 'in_use'];

/** When the reader has the thing already; nothing for those who have not signed in. */
export function useOwnTimes({ units }: Bookable): readonly TimeRange[] {
  const me = useMe();
  const bookings = useMyBookings(Boolean(me.data));
  return (bookings.data?.items ?? []).filter(
    ({ status, resources }) => standing.includes(status) && resources.some(({ slug }) => units.includes(slug)),
  );
}
