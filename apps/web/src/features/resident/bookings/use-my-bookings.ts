import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** @param enabled whether somebody is signed in */
export function useMyBookings(enabled = true) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'mine'],
    queryFn: ({ signal }) => api.get<{ items: Booking[] }>('/bookings?mine=true', signal),
    enabled,
  });
}
