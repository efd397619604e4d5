import { z } from 'zod';
import { idSchema, instantSchema, listOf, slugSchema } from './common.js';

/** Grams to the hundredth; more than any spool holds is a slip of the keyboard. */
export const gramsSchema = z.number().min(0).max(50_000).multipleOf(0.01);
const someGramsSchema = gramsSchema.min(1);

/** Red, green and blue in hex, perhaps with opacity, without `#`. */
export const colorHexSchema = z
  .string()
  .regex(/^[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$/)
  .toUpperCase();

const wordsSchema = (maxLength: number) => z.string().trim().min(1).max(maxLength).nullable();

/** Number that is written on a spool; counted in its hub. */
export const spoolNumberSchema = z.coerce.number().int().min(1).max(1_000_000);

/** 0-based place of the spool on the printer, as files count their filaments. */
const toolSchema = z.number().int().min(0).max(15);

/** PostgreSQL knows no year 0. */
const daySchema = z.iso
  .date()
  .regex(/^[1-9]/)
  .nullable();

const spoolFacts = {
  material: z.string().trim().min(1).max(64),
  colorName: wordsSchema(40),
  colorHex: colorHexSchema.nullable(),
  vendor: wordsSchema(64),
  product: wordsSchema(64),
  /** What is on a new spool, without the spool itself. */
  fullGrams: someGramsSchema,
  emptySpoolGrams: gramsSchema.nullable(),
  /** Grams per cubic centimetre. */
  density: z.number().min(0.1).max(25),
  diameterMillimetres: z.number().min(0.5).max(5),
  /** Where it is kept when it is on no printer. */
  location: wordsSchema(64),
  lotNumber: wordsSchema(64),
  note: wordsSchema(1024),
  boughtOn: daySchema,
  openedOn: daySchema,
};

export const createSpoolSchema = z.strictObject({
  material: spoolFacts.material,
  colorName: spoolFacts.colorName.default(null),
  colorHex: spoolFacts.colorHex.default(null),
  vendor: spoolFacts.vendor.default(null),
  product: spoolFacts.product.default(null),
  fullGrams: spoolFacts.fullGrams.default(1000),
  /** What is on it now; a full spool when it is not given. */
  remainingGrams: gramsSchema.optional(),
  emptySpoolGrams: spoolFacts.emptySpoolGrams.default(null),
  density: spoolFacts.density.optional(),
  diameterMillimetres: spoolFacts.diameterMillimetres.default(1.75),
  location: spoolFacts.location.default(null),
  lotNumber: spoolFacts.lotNumber.default(null),
  note: spoolFacts.note.default(null),
  boughtOn: spoolFacts.boughtOn.default(null),
  openedOn: spoolFacts.openedOn.default(null),
});
export type CreateSpool = z.infer<typeof createSpoolSchema>;

/** What is not named stays. How much is left has a route of its own. */
export const changeSpoolSchema = z.strictObject(spoolFacts).partial();
export type ChangeSpool = z.infer<typeof changeSpoolSchema>;

export const loadSpoolSchema = z.strictObject({
  /** Slug of a printer of the hub. */
  printer: slugSchema,
  tool: toolSchema.default(0),
});
export type LoadSpool = z.infer<typeof loadSpoolSchema>;

export const weighSpoolSchema = z.strictObject({
  remainingGrams: gramsSchema,
  reason: z.string().trim().min(1).max(200),
});
export type WeighSpool = z.infer<typeof weighSpoolSchema>;

/** What is in a printer that has no spool of the hub's books; null is not known. */
export const statedMaterialSchema = z.strictObject({ material: spoolFacts.material.nullable() });
export type StatedMaterial = z.infer<typeof statedMaterialSchema>;

export const spoolSchema = z.object({
  ...spoolFacts,
  id: idSchema,
  number: z.number().int(),
  hub: z.string(),
  remainingGrams: z.number(),
  /** Of what remains, promised to prints that run and to queued ones that are planned on its printer. */
  reservedGrams: z.number(),
  loaded: z.object({ printer: z.string(), tool: toolSchema }).nullable(),
  firstUsedAt: instantSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Spool = z.infer<typeof spoolSchema>;
export const spoolListSchema = listOf(spoolSchema);

export const spoolQuerySchema = z.object({
  /** Also those that are used up or thrown away. */
  archived: z.enum(['true']).optional(),
});
export type SpoolQuery = z.infer<typeof spoolQuerySchema>;

/** Where a number of grams comes from: the printer, the file of a finished print, or how far an unfinished one got. */
export const useSources = ['printer', 'file', 'progress'] as const;
export type UseSource = (typeof useSources)[number];

/** What took from a spool or gave to it; newest first. */
export const spoolChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('use'),
    at: instantSchema,
    /** Below zero: taken. */
    grams: z.number(),
    source: z.enum(useSources),
    printJobId: idSchema,
    printer: z.string(),
  }),
  z.object({ kind: z.literal('correction'), at: instantSchema, grams: z.number(), reason: z.string() }),
]);
export type SpoolChange = z.infer<typeof spoolChangeSchema>;
export const spoolHistorySchema = listOf(spoolChangeSchema);
