import { z } from 'zod';
import { idOrSlugSchema, idSchema, instantSchema, slugSchema } from './common.js';
import { categories, policySchema } from './hubs.js';
import { reasonSchema } from './problem.js';

/** Where rules are set, from the farthest to the nearest; the nearest wins, field by field. */
export const policyScopes = ['hub', 'category', 'pool', 'resource'] as const;
export type PolicyScope = (typeof policyScopes)[number];

export const policyScopeSchema = z.enum(policyScopes);
/** A hub, pool or resource by id or slug, or a category. */
export const policyTargetSchema = z.union([idOrSlugSchema, z.enum(categories)]);

const minutesUpTo = (max: number, min = 0) => z.number().int().min(min).max(max);
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** Null clears what is set here; `none` sets that there is no such rule, also where a farther layer has one. */
const clearable = <T extends z.ZodType>(value: T) => value.nullable().optional();
const unlessNone = <T extends z.ZodType>(value: T) => clearable(z.union([value, z.literal('none')]));

/** What is set on one layer; a field that is not named stays as it is (PATCH) or is not set (PUT). */
export const policyChangeSchema = z.strictObject({
  // Grids of an hour's parts meet each other, and stay on the hour when the clock changes.
  startIntervalMinutes: clearable(z.literal([5, 10, 15, 20, 30, 60])),
  minDurationMinutes: clearable(minutesUpTo(weekMinutes, 5)),
  maxDurationMinutes: clearable(minutesUpTo(weekMinutes, 5)),
  bufferBeforeMinutes: clearable(minutesUpTo(dayMinutes)),
  bufferAfterMinutes: clearable(minutesUpTo(dayMinutes)),
  horizonDays: clearable(z.number().int().min(1).max(366)),
  minNoticeMinutes: clearable(minutesUpTo(4 * weekMinutes)),
  maxActivePerPerson: clearable(z.number().int().min(0).max(1000)),
  quotaMinutesPerWeek: unlessNone(minutesUpTo(weekMinutes)),
  holdMinutes: clearable(minutesUpTo(dayMinutes, 1)),
  checkInOpensMinutes: clearable(minutesUpTo(dayMinutes)),
  noShowAfterMinutes: clearable(minutesUpTo(dayMinutes, 1)),
  changeUntilMinutes: clearable(minutesUpTo(4 * weekMinutes)),
  approvalOverMinutes: unlessNone(minutesUpTo(weekMinutes)),
  minAge: unlessNone(z.number().int().min(0).max(120)),
  inductionKind: unlessNone(slugSchema),
  waitingOfferMinutes: clearable(minutesUpTo(dayMinutes, 1)),
  reminderMinutes: clearable(z.array(minutesUpTo(4 * weekMinutes, 1)).max(5)),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

/** What is set on one layer alone; null says that there is no such rule. */
const policyOverridesSchema = policySchema.partial();

export const policyLayerSchema = z.object({
  scope: policyScopeSchema,
  /** The category, or the slug. */
  target: z.string(),
  overrides: policyOverridesSchema,
  /** The rules that hold there, with everything farther away laid under them. */
  policy: policySchema,
  /** Names what is set here, for `If-Match`: the same rules have the same one. */
  version: z.number().int(),
});
export type PolicyLayer = z.infer<typeof policyLayerSchema>;

export const policyLayerListSchema = z.object({
  /** What holds where nobody has set anything. */
  defaults: policySchema,
  items: z.array(policyLayerSchema),
  nextCursor: z.string().nullable(),
});
export type PolicyLayerList = z.infer<typeof policyLayerListSchema>;

/** A coming booking that stays, although a changed rule would no longer let it be made. */
export const ruledOutBookingSchema = z.object({
  id: idSchema,
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  person: z.object({ id: idSchema, displayName: z.string() }),
  reasons: z.array(reasonSchema),
});
export type RuledOutBooking = z.infer<typeof ruledOutBookingSchema>;

export const policyChangedSchema = z.object({
  layer: policyLayerSchema,
  noLongerAllowed: z.array(ruledOutBookingSchema),
});
export type PolicyChanged = z.infer<typeof policyChangedSchema>;
