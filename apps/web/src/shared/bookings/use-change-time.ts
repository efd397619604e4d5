import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Booking, ExtendBooking, MoveBooking } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

export type TimeChange = ({ kind: 'move' } & MoveBooking) | ({ kind: 'extend' } & ExtendBooking);

/** Gives a booking another time; refused when it is not the one that was looked at any more. */
export function useChangeTime({ id, version }: Booking) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...times }: TimeChange) =>
      kind === 'move'
        ? api.patch<Booking>(`/bookings/${id}`, times, { version })
        : api.post<Booking>(`/bookings/${id}/extend`, times, { version }),
    onSettled: () => {
      for (const key of [queryKeys.bookings, queryKeys.availability, queryKeys.board])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
