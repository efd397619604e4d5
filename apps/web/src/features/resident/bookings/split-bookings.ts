import type { Booking, BookingState } from '#libs/contracts';

const live: readonly BookingState[] = ['held', 'pending', 'confirmed', 'in_use'];

/**
 * What is ahead, soonest first, and what is over, latest first.
 * @param now milliseconds since the epoch
 */
export function splitBookings(bookings: readonly Booking[], now: number): { ahead: Booking[]; over: Booking[] } {
  const isAhead = ({ status, endsAt }: Booking) => live.includes(status) && Date.parse(endsAt) > now;
  const byStart = (a: Booking, b: Booking) => Date.parse(a.startsAt) - Date.parse(b.startsAt);
  return {
    ahead: bookings.filter(isAhead).toSorted(byStart),
    over: bookings
      .filter((booking) => !isAhead(booking))
      .toSorted(byStart)
      .toReversed(),
  };
}
