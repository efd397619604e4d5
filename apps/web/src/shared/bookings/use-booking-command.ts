import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Booking, DeclineBooking } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';
import type { BookingAct } from './possible-acts.js';

export type BookingCommand =
  | { kind: BookingAct }
  /** The reason goes to the person who booked. */
  | { kind: 'decline'; reason: string };

/** Moves one booking on; whatever came of it, everything that shows bookings is fetched again. */
export function useBookingCommand(bookingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: BookingCommand) => {
      const body: DeclineBooking | undefined = command.kind === 'decline' ? { reason: command.reason } : undefined;
      return api.post<Booking>(`/bookings/${bookingId}/${command.kind}`, body);
    },
    onSettled: () => {
      for (const key of [queryKeys.bookings, queryKeys.availability, queryKeys.board])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
