import type { Booking } from '#libs/contracts';
import { useHub } from '../api/use-hub.js';
import { useResources } from '../api/use-resources.js';
import type { AttendanceRules } from './possible-acts.js';

/** What holds where the hub has set nothing, and until its rules are known. */
const usual: AttendanceRules = { checkInOpensMinutes: 15, noShowAfterMinutes: 15 };

/** The strictest of the rules that the hub has for the kinds of things booked. */
export function useAttendanceRules(booking: Booking): AttendanceRules {
  const hub = useHub(booking.hub);
  const resources = useResources(booking.hub);
  const booked = new Set(booking.resources.map(({ id }) => id));
  const categories = new Set(resources.data?.items.filter(({ id }) => booked.has(id)).map(({ category }) => category));
  const policies = hub.data?.policies.filter(({ category }) => categories.has(category)) ?? [];
  if (policies.length === 0) return usual;
  return {
    checkInOpensMinutes: Math.min(...policies.map(({ policy }) => policy.checkInOpensMinutes)),
    noShowAfterMinutes: Math.min(...policies.map(({ policy }) => policy.noShowAfterMinutes)),
  };
}
