import type { Booking, Policy } from '#libs/contracts';
import { useHub } from '../api/use-hub.js';
import { useResources } from '../api/use-resources.js';

/** The rules for the kind of thing that is booked; the first kind's where there are several. */
export function useBookedPolicy(booking: Booking): Policy | undefined {
  const hub = useHub(booking.hub);
  const resources = useResources(booking.hub);
  const booked = resources.data?.items.find(({ id }) => booking.resources.some((each) => each.id === id));
  return hub.data?.policies.find(({ category }) => category === booked?.category)?.policy;
}
