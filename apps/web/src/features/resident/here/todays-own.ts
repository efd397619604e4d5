import type { Booking, Resource } from '#libs/contracts';
import { attendanceRules } from '../../../shared/bookings/attendance-rules.js';
import { checkInOpensAt } from '../../../shared/bookings/possible-acts.js';
import { dayKey } from '../../../shared/i18n/day-key.js';

/**
 * The bookings that somebody may have come for: those of a hub that stand or are in use, and are today's or may be
 * checked in to already, as one at midnight may a while before; the next one first.
 * @param now milliseconds since the epoch
 */
export function todaysOwn(
  bookings: readonly Booking[],
  here: { hub: string; timeZone: string; resources: readonly Resource[]; now: number },
): Booking[] {
  const { hub, timeZone, resources, now } = here;
  const today = dayKey(now, timeZone);
  const isOpen = (booking: Booking) => checkInOpensAt(booking, attendanceRules(booking, resources)).getTime() <= now;
  return bookings
    .filter(({ status }) => status === 'confirmed' || status === 'in_use')
    .filter((booking) => booking.hub === hub && Date.parse(booking.endsAt) > now)
    .filter((booking) => isOpen(booking) || dayKey(booking.startsAt, timeZone) === today)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
