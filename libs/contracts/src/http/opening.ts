import { z } from 'zod';
import { ruledOutBookingSchema } from './policies.js';

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const maxSpans = 6;

/** `closes` may be `24:00`; when it is not after `opens`, the opening ends on the next day. */
export const openingSpanSchema = z
  .object({ opens: z.string().regex(wallTime), closes: z.union([z.string().regex(wallTime), z.literal('24:00')]) })
  .refine(({ opens, closes }) => opens !== closes, { error: 'opens and closes at the same time', path: ['closes'] });

const daySchema = z.array(openingSpanSchema).max(maxSpans);

/** Hours of the hub's wall clock; a day that is not named is closed. */
export const openingWeekSchema = z.strictObject({
  mon: daySchema.optional(),
  tue: daySchema.optional(),
  wed: daySchema.optional(),
  thu: daySchema.optional(),
  fri: daySchema.optional(),
  sat: daySchema.optional(),
  sun: daySchema.optional(),
});
export type OpeningWeek = z.infer<typeof openingWeekSchema>;

/** A day of every year; 29 February is one. */
const monthDaySchema = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine((monthDay) => z.iso.date().safeParse(`2024-${monthDay}`).success, { error: 'no day of the year' });

export const openingSeasonSchema = z.object({
  name: z.string().trim().min(1).max(100),
  from: monthDaySchema,
  /** Included; before `from` when the season runs over the new year. */
  to: monthDaySchema,
  week: openingWeekSchema,
});

/** In order: the first season that holds a date is taken. */
export const openingSeasonsSchema = z.object({ seasons: z.array(openingSeasonSchema).max(20) });
export type OpeningSeasons = z.infer<typeof openingSeasonsSchema>;

/** A date of this century, in the hub's own calendar. */
export const openingDateSchema = z.iso.date().regex(/^20/);

/** What one date has instead of its usual hours; no hours mean closed. */
export const openingExceptionSchema = z.object({
  hours: daySchema,
  reason: z.string().trim().max(500).optional(),
});
export type OpeningException = z.infer<typeof openingExceptionSchema>;

/** Where a day's hours come from; each goes before those that follow it. */
export const openingSources = ['exception', 'holiday', 'season', 'week'] as const;
export type OpeningSource = (typeof openingSources)[number];

export const openingDaySchema = z.object({
  date: openingDateSchema,
  /** None when it is closed. */
  hours: z.array(openingSpanSchema),
  source: z.enum(openingSources),
  /** The exception's reason, the holiday or the season. */
  name: z.string().nullable(),
});
export type OpeningDay = z.infer<typeof openingDaySchema>;

export const openingSchema = z.object({
  /** Of all that is set here: week, seasons and exceptions. */
  version: z.number().int(),
  timeZone: z.string(),
  week: openingWeekSchema,
  seasons: z.array(openingSeasonSchema),
  exceptions: z.array(
    z.object({ date: openingDateSchema, hours: z.array(openingSpanSchema), reason: z.string().nullable() }),
  ),
  /** This year's and the next one's; closed unless an exception says otherwise. */
  holidays: z.array(z.object({ date: openingDateSchema, name: z.string() })),
  /** What comes of all that in the six weeks from today on; closures are no part of it. */
  days: z.array(openingDaySchema),
});
export type Opening = z.infer<typeof openingSchema>;

/** One change of the hours: the week, all seasons, or a date; `hours: null` gives the date its usual ones back. */
export const openingPreviewSchema = z.union([
  z.strictObject({ week: openingWeekSchema }),
  z.strictObject(openingSeasonsSchema.shape),
  z.strictObject({ ...openingExceptionSchema.shape, date: openingDateSchema, hours: daySchema.nullable() }),
]);
export type OpeningPreview = z.infer<typeof openingPreviewSchema>;

export const openingChangedSchema = z.object({
  opening: openingSchema,
  noLongerAllowed: z.array(ruledOutBookingSchema),
});
export type OpeningChanged = z.infer<typeof openingChangedSchema>;
