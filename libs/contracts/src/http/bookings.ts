import { z } from 'zod';
import { idOrSlugSchema, idSchema, instantSchema, listOf } from './common.js';
import { alternativeSchema, reasonSchema } from './problem.js';

export const bookingStates = [
  'held',
  'pending',
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'declined',
  'no_show',
  'expired',
] as const;
export type BookingState = (typeof bookingStates)[number];

const target = {
  resource: idOrSlugSchema.optional(),
  pool: idOrSlugSchema.optional(),
  resources: z.array(idOrSlugSchema).min(1).max(20).optional(),
};

/** Exactly one of `resource`, `pool` or `resources` says what is wanted; slugs are looked up in `hub`. */
export const createBookingSchema = z
  .object({
    hub: idOrSlugSchema.default('viitasaari'),
    ...target,
    startsAt: instantSchema,
    endsAt: instantSchema,
    purpose: z.string().trim().max(500).optional(),
    /** Only keeps the time for a few minutes, until it is confirmed. */
    hold: z.boolean().optional(),
  })
  .refine((b) => [b.resource, b.pool, b.resources].filter((t) => t !== undefined).length === 1, {
    error: 'name exactly one of resource, pool and resources',
    path: ['resource'],
  });
export type CreateBooking = z.infer<typeof createBookingSchema>;

export const bookingSchema = z.object({
  id: idSchema,
  hub: z.string(),
  status: z.enum(bookingStates),
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** The pool's name when a pool was booked, else the resources' names. */
  title: z.string(),
  pool: z.string().nullable(),
  resources: z.array(z.object({ id: idSchema, slug: z.string(), name: z.string() })),
  purpose: z.string().nullable(),
  canCancel: z.boolean(),
  /** Until when a held booking waits to be confirmed; null in every other state. */
  expiresAt: instantSchema.nullable(),
  checkedInAt: instantSchema.nullable(),
  /** Six digits for the hub's screen. Only in answers to the person whose booking it is, until it has been checked in. */
  checkInCode: z.string().optional(),
  /** What staff wrote when they declined it. */
  declineReason: z.string().nullable(),
  createdAt: instantSchema,
  version: z.number().int(),
  /** The series of which it is a date, null when it does not repeat. Only in answers to staff. */
  series: idSchema.nullable().optional(),
  /** Only in answers to staff. */
  person: z.object({ id: idSchema, displayName: z.string() }).optional(),
});
export type Booking = z.infer<typeof bookingSchema>;

export const bookingListSchema = listOf(bookingSchema);

export const bookingQuerySchema = z.object({
  hub: idOrSlugSchema.optional(),
  mine: z.enum(['true', 'false']).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  status: z.enum(bookingStates).optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
});
export type BookingQuery = z.infer<typeof bookingQuerySchema>;

export const bookingCheckSchema = z.object({
  allowed: z.boolean(),
  reasons: z.array(reasonSchema),
  alternatives: z.array(alternativeSchema),
});
export type BookingCheck = z.infer<typeof bookingCheckSchema>;
