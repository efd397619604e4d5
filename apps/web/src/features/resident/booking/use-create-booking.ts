import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Booking, CreateBooking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

interface Attempt {
  booking: CreateBooking;
  idempotencyKey: string;
}

export function useCreateBooking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ booking, idempotencyKey }: Attempt) => api.post<Booking>('/bookings', booking, { idempotencyKey }),
    onSettled: () => {
      for (const key of [queryKeys.bookings, queryKeys.availability, queryKeys.board])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
