import { z } from 'zod';
import { bookingStates } from './bookings.js';
import { idOrSlugSchema, idSchema, instantSchema, listOf, timeRangeSchema } from './common.js';
import { reasonSchema } from './problem.js';

/** The hub's wall clock to the minute, without a zone: `2026-03-02T10:00`. */
const wallTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const durationMinutesSchema = z.number().int().min(1).max(1440);

/**
 * What stands on the hub's board; everybody in the hub reads it, so nobody's name belongs in it. A series without one is
 * not on the board.
 */
const publicTitleSchema = z.string().trim().min(1).max(80);

/** What becomes of dates that cannot be booked: the whole series is refused, or they are left out. */
export const seriesModes = ['all_or_nothing', 'skip_conflicts'] as const;

/** Exactly one of `resource`, `pool` or `resources` says what every date takes; slugs are looked up in `hub`. */
export const createSeriesSchema = z
  .object({
    hub: idOrSlugSchema.default('viitasaari'),
    resource: idOrSlugSchema.optional(),
    pool: idOrSlugSchema.optional(),
    resources: z.array(idOrSlugSchema).min(1).max(20).optional(),
    /** RFC 5545, bounded by COUNT or UNTIL: `FREQ=WEEKLY;BYDAY=MO;COUNT=10`; at most 200 dates within 400 days. */
    rrule: z.string().min(1).max(200),
    startsAt: wallTimeSchema,
    durationMinutes: durationMinutesSchema,
    mode: z.enum(seriesModes).default('all_or_nothing'),
    purpose: z.string().trim().max(500).optional(),
    publicTitle: publicTitleSchema.optional(),
  })
  .refine((s) => [s.resource, s.pool, s.resources].filter((t) => t !== undefined).length === 1, {
    error: 'name exactly one of resource, pool and resources',
    path: ['resource'],
  });
export type CreateSeries = z.infer<typeof createSeriesSchema>;

/** One date as it would be booked now; `reasons` is empty when it would succeed. */
export const seriesDateSchema = timeRangeSchema.extend({
  reasons: z.array(reasonSchema),
});

export const seriesPreviewSchema = listOf(seriesDateSchema);
export type SeriesPreview = z.infer<typeof seriesPreviewSchema>;

export const seriesSchema = z.object({
  id: idSchema,
  /** Grows with every change of it and of any of its dates. */
  version: z.number().int(),
  hub: z.string(),
  title: z.string(),
  rrule: z.string(),
  startsAt: wallTimeSchema,
  timeZone: z.string(),
  durationMinutes: z.number().int(),
  purpose: z.string().nullable(),
  publicTitle: publicTitleSchema.nullable(),
  createdAt: instantSchema,
  /** In the order of the dates, whatever became of them. */
  instances: z.array(
    timeRangeSchema.extend({
      bookingId: idSchema,
      status: z.enum(bookingStates),
      resources: z.array(z.string()),
    }),
  ),
  /** Dates of the rule that were left out when the series was made. */
  skipped: z.array(timeRangeSchema),
});
export type Series = z.infer<typeof seriesSchema>;

export const seriesQuerySchema = z.object({ hub: idOrSlugSchema });

/** A series that has dates to come. */
export const seriesSummarySchema = seriesSchema
  .pick({
    id: true,
    title: true,
    purpose: true,
    publicTitle: true,
    rrule: true,
    startsAt: true,
    durationMinutes: true,
  })
  .extend({
    /** Its dates that have not begun and are not cancelled. */
    datesLeft: z.number().int(),
    /** When the first and the last of those begin. */
    nextAt: instantSchema,
    lastAt: instantSchema,
  });
export type SeriesSummary = z.infer<typeof seriesSummarySchema>;
export const seriesListSchema = listOf(seriesSummarySchema);
export type SeriesList = z.infer<typeof seriesListSchema>;

/** Null takes it off the board. */
export const retitleSeriesSchema = z.object({ publicTitle: publicTitleSchema.nullable() });
export type RetitleSeries = z.infer<typeof retitleSeriesSchema>;

export const seriesScopes = ['one', 'following', 'all'] as const;

export const seriesScopeQuerySchema = z.object({ scope: z.enum(seriesScopes).default('one') });
export type SeriesScope = (typeof seriesScopes)[number];

/**
 * `move` names the new wall time of the one date that the address names; the others move by as much. Dates that have
 * begun stay as they are.
 */
export const changeSeriesSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('cancel') }),
  z.object({
    action: z.literal('move'),
    startsAt: wallTimeSchema,
    durationMinutes: durationMinutesSchema.optional(),
  }),
]);
export type ChangeSeries = z.infer<typeof changeSeriesSchema>;

/** What a change would do to one date. */
export const changedDateSchema = z.object({
  bookingId: idSchema,
  /** When it is now. */
  from: timeRangeSchema,
  /** When it would be; null when it would be cancelled. */
  to: timeRangeSchema.nullable(),
  /** Why it cannot be moved there; one date with a reason keeps all where they are. */
  reasons: z.array(reasonSchema),
});

export const seriesChangePreviewSchema = listOf(changedDateSchema);
export type SeriesChangePreview = z.infer<typeof seriesChangePreviewSchema>;
