import { z } from 'zod';
import { instantSchema } from './common.js';

export const moveBookingSchema = z.object({ startsAt: instantSchema, endsAt: instantSchema });
export type MoveBooking = z.infer<typeof moveBookingSchema>;

export const extendBookingSchema = z.object({ endsAt: instantSchema });
export type ExtendBooking = z.infer<typeof extendBookingSchema>;

export const declineBookingSchema = z.object({ reason: z.string().trim().min(1).max(500) });
export type DeclineBooking = z.infer<typeof declineBookingSchema>;
