import { z } from 'zod';
import { bookedTimeSchema } from './booked-times.js';
import { idSchema, timeRangeSchema } from './common.js';

/** One rule that a request broke: a code for programs, a sentence for people, the numbers behind it. */
export const reasonSchema = z.object({
  code: z.string(),
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Something near the refused request that would be accepted as it is now. */
export const alternativeSchema = timeRangeSchema.extend({
  resource: z.string().nullable(),
  pool: z.string().nullable(),
  name: z.string(),
  /** The induction session whose seat would open the door; booked by its own address, not as a time. */
  inductionSession: idSchema.optional(),
});
export type Alternative = z.infer<typeof alternativeSchema>;

/** RFC 9457 problem document, the only shape in which the API refuses. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  reasons: z.array(reasonSchema).optional(),
  alternatives: z.array(alternativeSchema).optional(),
  /** What stands in the way, for an administrator who wants to take something away. */
  bookings: z.array(bookedTimeSchema).optional(),
});
export type ProblemDocument = z.infer<typeof problemSchema>;
