import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Booking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function useCancelBooking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Booking>(`/bookings/${id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.bookings] }),
  });
}
