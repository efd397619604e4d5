import type { Booking, BookingState } from '#libs/contracts';
import { dayKey } from '../../../shared/i18n/day-key.js';

const shown: readonly BookingState[] = ['held', 'pending', 'confirmed', 'in_use', 'completed', 'no_show'];

/** The bookings that start on the hub's calendar day of `now`, in order; those called off are left out. */
export function bookingsOfDay(bookings: readonly Booking[], now: number, timeZone: string): Booking[] {
  const today = dayKey(now, timeZone);
  return bookings
    .filter(({ startsAt, status }) => shown.includes(status) && dayKey(startsAt, timeZone) === today)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
