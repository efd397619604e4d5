import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const day = 86_400_000;

/** Everybody's bookings of a hub around now; wide enough to hold the whole of today in any time zone. */
export function useHubBookings(hub: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'hub', hub],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - day).toISOString();
      const to = new Date(Date.now() + day).toISOString();
      return api.get<{ items: Booking[] }>(`/bookings?${new URLSearchParams({ hub, from, to })}`, signal);
    },
    refetchInterval: 60_000,
  });
}
