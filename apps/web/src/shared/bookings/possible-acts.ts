import type { Booking, Policy } from '#libs/contracts';

export type BookingAct = 'confirm' | 'approve' | 'check-in' | 'check-out' | 'cancel';

/** The rules about coming in time. */
export type AttendanceRules = Pick<Policy, 'checkInOpensMinutes' | 'noShowAfterMinutes'>;

const minute = 60_000;

/**
 * What can be done with a booking now, the most wanted first; the API has the last word.
 * @param now milliseconds since the epoch
 */
export function possibleActs(booking: Booking, now: number, rules: AttendanceRules): BookingAct[] {
  const forward = actForward(booking, now, rules);
  return [...(forward ? [forward] : []), ...(booking.canCancel ? (['cancel'] as const) : [])];
}

/** When a confirmed booking is let go because nobody has checked in: after the grace, at the latest when it is over. */
export function releasedAt(booking: Booking, { noShowAfterMinutes }: AttendanceRules): Date {
  return new Date(Math.min(Date.parse(booking.startsAt) + noShowAfterMinutes * minute, Date.parse(booking.endsAt)));
}

function actForward(booking: Booking, now: number, rules: AttendanceRules): BookingAct | undefined {
  const startsAt = Date.parse(booking.startsAt);
  switch (booking.status) {
    case 'held':
      return booking.expiresAt !== null && now < Date.parse(booking.expiresAt) ? 'confirm' : undefined;
    case 'pending':
      return now < startsAt ? 'approve' : undefined;
    case 'confirmed': {
      const isOpen = now >= startsAt - rules.checkInOpensMinutes * minute && now < Date.parse(booking.endsAt);
      return isOpen ? 'check-in' : undefined;
    }
    case 'in_use':
      return 'check-out';
    default:
      return undefined;
  }
}
