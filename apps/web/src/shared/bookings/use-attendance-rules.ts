import type { Booking } from '#libs/contracts';
import { useResources } from '../api/use-resources.js';
import { attendanceRules } from './attendance-rules.js';
import type { AttendanceRules } from './possible-acts.js';

/** When one may check in to a booking, and until when. */
export function useAttendanceRules(booking: Booking): AttendanceRules {
  return attendanceRules(booking, useResources(booking.hub).data?.items ?? []);
}
