import type { Booking, Resource } from '#libs/contracts';
import type { AttendanceRules } from './possible-acts.js';

/** What holds where the hub has set nothing, and until its rules are known. */
const usual: AttendanceRules = { checkInOpensMinutes: 15, noShowAfterMinutes: 15 };

/** The strictest of the rules of the things that are booked, as the API takes them. */
export function attendanceRules(booking: Booking, resources: readonly Resource[]): AttendanceRules {
  const booked = new Set(booking.resources.map(({ id }) => id));
  const policies = resources.filter(({ id }) => booked.has(id)).map(({ policy }) => policy);
  if (policies.length === 0) return usual;
  return {
    checkInOpensMinutes: Math.min(...policies.map((policy) => policy.checkInOpensMinutes)),
    noShowAfterMinutes: Math.min(...policies.map((policy) => policy.noShowAfterMinutes)),
  };
}
