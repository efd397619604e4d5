import { z } from 'zod';
import { idSchema, instantSchema, listOf, timeRangeSchema } from './common.js';

/** What people come for; a pool or a resource has one category. */
export const categories = ['vr-headset', 'printer', 'computer', 'room', 'camera'] as const;
export type Category = (typeof categories)[number];

/** The rules that hold after hub, category, pool and resource are laid over each other. */
export const policySchema = z.object({
  startIntervalMinutes: z.number().int(),
  minDurationMinutes: z.number().int(),
  maxDurationMinutes: z.number().int(),
  bufferBeforeMinutes: z.number().int(),
  bufferAfterMinutes: z.number().int(),
  horizonDays: z.number().int(),
  minNoticeMinutes: z.number().int(),
  maxActivePerPerson: z.number().int(),
  /** Time of the category that one person may book in an ISO week of the hub's calendar; null for any. */
  quotaMinutesPerWeek: z.number().int().nullable(),
  /** How long a held slot waits to be confirmed. */
  holdMinutes: z.number().int(),
  checkInOpensMinutes: z.number().int(),
  noShowAfterMinutes: z.number().int(),
  /** Until how long before the start its owner may cancel or move a booking. */
  changeUntilMinutes: z.number().int(),
  /** Longer bookings wait for staff's approval: null for none, 0 for every one. */
  approvalOverMinutes: z.number().int().nullable(),
  /** Whole years without a guardian's consent; null for any age. */
  minAge: z.number().int().nullable(),
  /** The induction somebody must hold; null for none. */
  inductionKind: z.string().nullable(),
  waitingOfferMinutes: z.number().int(),
  /** How long before the start reminders are sent, the earliest first. */
  reminderMinutes: z.array(z.number().int()),
});
export type Policy = z.infer<typeof policySchema>;

export const poolSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.enum(categories),
  resources: z.array(z.string()),
  policy: policySchema,
});
export type Pool = z.infer<typeof poolSchema>;

export const resourceSchema = z.object({
  id: idSchema,
  slug: z.string(),
  hub: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.enum(categories),
  pool: z.string().nullable(),
  parent: z.string().nullable(),
  /** Printers are used by sending a print, not by booking a time. */
  bookable: z.boolean(),
  outOfOrder: z.object({ reason: z.string(), until: instantSchema.nullable() }).nullable(),
  /** Address of what it looks like; null where nobody has taken a picture. */
  picture: z.string().nullable(),
  policy: policySchema,
});
export type Resource = z.infer<typeof resourceSchema>;

export const hubSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  address: z.string(),
  timeZone: z.string(),
  languages: z.array(z.string()),
});

export const hubSchema = hubSummarySchema.extend({
  openNow: z.boolean(),
  /** The coming seven days' opening periods, in order. */
  opening: z.array(timeRangeSchema),
  pools: z.array(poolSchema),
  policies: z.array(z.object({ category: z.enum(categories), policy: policySchema })),
});
export type Hub = z.infer<typeof hubSchema>;

export const hubListSchema = listOf(hubSummarySchema);
export const resourceListSchema = listOf(resourceSchema);

export const resourceQuerySchema = z.object({
  category: z.enum(categories).optional(),
  q: z.string().max(100).optional(),
});
export type ResourceQuery = z.infer<typeof resourceQuerySchema>;

export const busyKinds = ['booking', 'print', 'local_print', 'workshop', 'maintenance'] as const;
export type BusyKind = (typeof busyKinds)[number];

export const availabilityQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  category: z.enum(categories).optional(),
});
export type AvailabilityQuery = z.infer<typeof availabilityQuerySchema>;

export const availabilitySchema = z.object({
  items: z.array(
    z.object({
      resource: z.string(),
      /** Whole free stretches, cut to opening hours and the start grid; any grid start inside may be booked. */
      freeSlots: z.array(timeRangeSchema),
      busy: z.array(timeRangeSchema.extend({ kind: z.enum(busyKinds) })),
    }),
  ),
  /** The same for "any of the pool": a slot is free when at least one unit is free for the whole of it. */
  pools: z.array(z.object({ pool: z.string(), freeSlots: z.array(timeRangeSchema) })),
  /** When the hub is open in that time. */
  opening: z.array(timeRangeSchema),
  nextCursor: z.string().nullable(),
});
export type Availability = z.infer<typeof availabilitySchema>;
