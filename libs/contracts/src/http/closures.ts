import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';
import { alternativeSchema } from './problem.js';

const reason = z.string().trim().min(1).max(500);

/** A resource that cannot be used now; without `until`, nobody knows for how long. */
export const outOfOrderSchema = z.object({ reason, until: instantSchema.optional() });
export type OutOfOrder = z.infer<typeof outOfOrderSchema>;

export const createClosureSchema = z
  .object({ from: instantSchema, to: instantSchema, reason })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), { error: 'must be after from', path: ['to'] });
export type CreateClosure = z.infer<typeof createClosureSchema>;

export const closureSchema = z.object({
  id: idSchema,
  from: instantSchema,
  to: instantSchema,
  reason: z.string(),
});
export type Closure = z.infer<typeof closureSchema>;

export const closureListSchema = listOf(closureSchema);

const impactedBookingSchema = z.object({
  id: idSchema,
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  person: z.object({ id: idSchema, displayName: z.string() }),
});
export type ImpactedBooking = z.infer<typeof impactedBookingSchema>;

/** What becomes of the bookings; a preview answers the same as the action that follows it, if nothing changes between. */
export const impactSchema = z.object({
  /** They get another unit of their pool; their people need not know. */
  moved: z.array(impactedBookingSchema.extend({ from: z.string(), to: z.string() })),
  /** They are cancelled; their people get a letter with the alternatives. */
  cancelled: z.array(impactedBookingSchema.extend({ alternatives: z.array(alternativeSchema) })),
  /** They have begun and are left to staff, who see the people. */
  ongoing: z.array(impactedBookingSchema),
});
export type Impact = z.infer<typeof impactSchema>;

export const closureResultSchema = z.object({ closure: closureSchema, impact: impactSchema });
export type ClosureResult = z.infer<typeof closureResultSchema>;
