import { z } from 'zod';
import { bookedTimeSchema } from './booked-times.js';
import { listOf, slugSchema } from './common.js';
import { categories, hubSummarySchema, poolSchema, resourceSchema } from './hubs.js';
import { openingWeekSchema } from './opening.js';
import { locales } from '../locale.js';

const nameSchema = z.string().trim().min(1).max(100);
const positionSchema = z.number().int().min(0).max(10_000);

/** IANA name of a zone that this server knows. */
const timeZoneSchema = z.string().max(64).refine(isTimeZone, { error: 'is not the name of a time zone' });

/** ISO 3166 code of the country whose public holidays the hub keeps. */
const countrySchema = z.string().regex(/^[A-Z]{2}$/);

const languagesSchema = z.array(z.enum(locales)).min(1).max(locales.length);

/** The same in one or more of the languages. */
const textSchema = (maxLength: number) =>
  z
    .strictObject({
      fi: z.string().trim().min(1).max(maxLength).optional(),
      sv: z.string().trim().min(1).max(maxLength).optional(),
      en: z.string().trim().min(1).max(maxLength).optional(),
    })
    .refine((text) => Object.values(text).some((each) => each !== undefined), { error: 'needs at least one language' });

const descriptionSchema = z.union([textSchema(1000), z.strictObject({})]);

export const createHubSchema = z.object({
  /** Not one of the service's own addresses: see `isReservedSlug`. */
  slug: slugSchema,
  name: nameSchema,
  address: z.string().trim().max(200),
  timeZone: timeZoneSchema.default('Europe/Helsinki'),
  languages: languagesSchema.default([...locales]),
  country: countrySchema.default('FI'),
  weeklyHours: openingWeekSchema.default({}),
});
export type CreateHub = z.infer<typeof createHubSchema>;

/** What is not named stays. The hours have routes of their own. */
export const changeHubSchema = z.object({
  name: nameSchema.optional(),
  address: z.string().trim().max(200).optional(),
  timeZone: timeZoneSchema.optional(),
  languages: languagesSchema.optional(),
  country: countrySchema.optional(),
});
export type ChangeHub = z.infer<typeof changeHubSchema>;

export const createPoolSchema = z.object({
  slug: slugSchema,
  name: textSchema(100),
  description: descriptionSchema.default({}),
  category: z.enum(categories),
});
export type CreatePool = z.infer<typeof createPoolSchema>;

export const changePoolSchema = z.object({
  name: textSchema(100).optional(),
  description: descriptionSchema.optional(),
});
export type ChangePool = z.infer<typeof changePoolSchema>;

export const createResourceSchema = z.object({
  slug: slugSchema,
  name: textSchema(100),
  description: descriptionSchema.default({}),
  category: z.enum(categories),
  /** Id or slug of the pool that it is a unit of. */
  pool: z.string().nullable().default(null),
  /** Id or slug of what it is a part of. */
  parent: z.string().nullable().default(null),
  bookable: z.boolean().default(true),
  /** Lower ones come first; the last one when it is not given. */
  position: positionSchema.optional(),
});
export type CreateResource = z.infer<typeof createResourceSchema>;

/** What is not named stays. */
export const changeResourceSchema = z.object({
  name: textSchema(100).optional(),
  description: descriptionSchema.optional(),
  pool: z.string().nullable().optional(),
  parent: z.string().nullable().optional(),
  bookable: z.boolean().optional(),
  position: positionSchema.optional(),
  /** A retired resource is offered no more; what was booked of it stays. */
  retired: z.boolean().optional(),
});
export type ChangeResource = z.infer<typeof changeResourceSchema>;

/** A resource as its administrator sees it; after retiring, with what is still booked of it. */
export const placedResourceSchema = resourceSchema.extend({
  retired: z.boolean(),
  coming: z.array(bookedTimeSchema),
});
export type PlacedResource = z.infer<typeof placedResourceSchema>;

/** Coming bookings of one thing. */
export const bookedTimeListSchema = listOf(bookedTimeSchema);

/** A text as it was entered; a language that is missing is read in another one. */
const enteredTextSchema = z.object({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});
export type EnteredText = z.infer<typeof enteredTextSchema>;

/** A hub as it was set up: every language of its texts, and what is retired, too. */
export const setUpHubSchema = z.object({
  hub: hubSummarySchema.extend({ country: countrySchema }),
  pools: z.array(
    poolSchema
      .omit({ resources: true, policy: true })
      .extend({ name: enteredTextSchema, description: enteredTextSchema }),
  ),
  /** In the order in which people see them. */
  resources: z.array(
    resourceSchema.omit({ policy: true }).extend({
      name: enteredTextSchema,
      description: enteredTextSchema,
      position: z.number().int(),
      retired: z.boolean(),
    }),
  ),
});
export type SetUpHub = z.infer<typeof setUpHubSchema>;
export type SetUpPool = SetUpHub['pools'][number];
export type SetUpResource = SetUpHub['resources'][number];

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
