import { z } from 'zod';
import { idOrSlugSchema, idSchema, instantSchema, listOf } from './common.js';

const longestWindowMs = 31 * 24 * 60 * 60_000;

/** Any time of `durationMinutes` inside `[from, to)` with the resource, or with any unit of the pool, will do. */
export const joinWaitingListSchema = z
  .object({
    hub: idOrSlugSchema.default('viitasaari'),
    resource: idOrSlugSchema.optional(),
    pool: idOrSlugSchema.optional(),
    from: instantSchema,
    to: instantSchema,
    durationMinutes: z.number().int().min(1).max(1440),
  })
  .refine((wish) => (wish.resource === undefined) !== (wish.pool === undefined), {
    error: 'name exactly one of resource and pool',
    path: ['resource'],
  })
  .refine((wish) => lengthMs(wish) >= wish.durationMinutes * 60_000, {
    error: 'must be at least durationMinutes after from',
    path: ['to'],
  })
  .refine((wish) => lengthMs(wish) <= longestWindowMs, { error: 'must be at most 31 days after from', path: ['to'] });
export type JoinWaitingList = z.infer<typeof joinWaitingListSchema>;

/**
 * `waiting` in line · `offered` a slot is held for the person until `offer.until` · `accepted` · `lapsed` the offer was
 * not taken in time · `left` · `ended` the wanted time has passed.
 */
export const waitingStates = ['waiting', 'offered', 'accepted', 'lapsed', 'left', 'ended'] as const;
export type WaitingState = (typeof waitingStates)[number];

export const waitingEntrySchema = z.object({
  id: idSchema,
  hub: z.string(),
  resource: z.string().nullable(),
  pool: z.string().nullable(),
  title: z.string(),
  from: instantSchema,
  to: instantSchema,
  durationMinutes: z.number().int(),
  status: z.enum(waitingStates),
  /** 1 for the first of those who wait for any of the same; null for who does not wait any more. */
  position: z.number().int().nullable(),
  /** What was offered, also after it was taken or has lapsed. */
  offer: z
    .object({ bookingId: idSchema, startsAt: instantSchema, endsAt: instantSchema, until: instantSchema.nullable() })
    .nullable(),
  createdAt: instantSchema,
  /** Only in answers to staff. */
  person: z.object({ id: idSchema, displayName: z.string() }).optional(),
});
export type WaitingEntry = z.infer<typeof waitingEntrySchema>;

export const waitingListSchema = listOf(waitingEntrySchema);

export const waitingListQuerySchema = z.object({
  hub: idOrSlugSchema.optional(),
  mine: z.enum(['true', 'false']).optional(),
});
export type WaitingListQuery = z.infer<typeof waitingListQuerySchema>;

function lengthMs({ from, to }: { from: string; to: string }): number {
  return Date.parse(to) - Date.parse(from);
}
