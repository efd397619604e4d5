import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Every booking of a hub that waits for staff's approval, the soonest first. */
export function useBookingRequests(hub: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'requests', hub],
    queryFn: ({ signal }) =>
      api.get<{ items: Booking[] }>(`/bookings?${new URLSearchParams({ hub, status: 'pending' })}`, signal),
    refetchInterval: 60_000,
  });
}
