import { z } from 'zod';
import { instantSchema } from './common.js';

/** What somebody enters at the hub's screen: the six digits that stand in the confirmation and at the booking. */
export const kioskCheckInSchema = z.object({ code: z.string().regex(/^\d{6}$/) });
export type KioskCheckIn = z.infer<typeof kioskCheckInSchema>;

/** What the screen says to whoever has checked in: no name, for others read along. */
export const kioskCheckedInSchema = z.object({
  /** The pool's name when a pool was booked, else the resources' names. */
  title: z.string(),
  /** The very things that are theirs now. */
  resources: z.array(z.string()),
  endsAt: instantSchema,
});
export type KioskCheckedIn = z.infer<typeof kioskCheckedInSchema>;
