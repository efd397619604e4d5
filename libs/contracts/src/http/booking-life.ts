import { z } from 'zod';
import { idOrSlugSchema, instantSchema } from './common.js';

export const moveBookingSchema = z.object({
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** For staff: another thing in the place of the one that is booked. Null keeps what is, as in an alternative. */
  resource: idOrSlugSchema.nullable().optional(),
});
export type MoveBooking = z.infer<typeof moveBookingSchema>;

export const extendBookingSchema = z.object({ endsAt: instantSchema });
export type ExtendBooking = z.infer<typeof extendBookingSchema>;

export const declineBookingSchema = z.object({ reason: z.string().trim().min(1).max(500) });
export type DeclineBooking = z.infer<typeof declineBookingSchema>;
