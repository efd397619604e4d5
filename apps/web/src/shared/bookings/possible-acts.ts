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

/** From when on one may check in to a confirmed booking. */
export function checkInOpensAt(booking: Booking, { checkInOpensMinutes }: AttendanceRules): Date {
  return new Date(Date.parse(booking.startsAt) - checkInOpensMinutes * minute);
}

/** When a confirmed booking is let go because nobody has checked in: after the grace, at the latest when it is over. */
export function releasedAt(booking: Booking, { noShowAfterMinutes }: AttendanceRules): Date {
  return new Date(Math.min(Date.parse(booking.startsAt) + noShowAfterMinutes * minute, Date.parse(booking.endsAt)));
}

function actForward(booking: Booking, now: number, rules: AttendanceRules): BookingAct | undefined {
  switch (booking.status) {
    case 'held':
      return booking.expiresAt !== null && now < Date.parse(booking.expiresAt) ? 'confirm' : undefined;
    case 'pending':
      return now < Date.parse(booking.startsAt) ? 'approve' : undefined;
    case 'confirmed': {
      const isOpen = now >= checkInOpensAt(booking, rules).getTime() && now < Date.parse(booking.endsAt);
      return isOpen ? 'check-in' : undefined;
    }
    case 'in_use':
      return 'check-out';
    default:
      return undefined;
  }
}
