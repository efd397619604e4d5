import type { Booking } from '#libs/contracts';
import { dayKey } from '../../../shared/i18n/day-key.js';

/**
 * The bookings that somebody may have come for: those of today in a hub that stand or are in use, the next one first.
 * @param now milliseconds since the epoch
 */
export function todaysOwn(
  bookings: readonly Booking[],
  here: { hub: string; timeZone: string; now: number },
): Booking[] {
  const { hub, timeZone, now } = here;
  const today = dayKey(now, timeZone);
  return bookings
    .filter(({ status }) => status === 'confirmed' || status === 'in_use')
    .filter((booking) => booking.hub === hub && Date.parse(booking.endsAt) > now)
    .filter(({ startsAt }) => Date.parse(startsAt) <= now || dayKey(startsAt, timeZone) === today)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
