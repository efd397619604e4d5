import type { Booking, Policy } from '#libs/contracts';
import { useResources } from '../api/use-resources.js';

/** The rules for the thing that is booked; the first one's where there are several. */
export function useBookedPolicy(booking: Booking): Policy | undefined {
  const resources = useResources(booking.hub);
  const booked = resources.data?.items.find(({ id }) => booking.resources.some((each) => each.id === id));
  return booked?.policy;
}
