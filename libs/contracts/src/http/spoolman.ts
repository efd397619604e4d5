import { z } from 'zod';
import { instantSchema } from './common.js';

const gramsSchema = z.number().min(0).max(50_000);
const textSchema = (maxLength: number) => z.string().max(maxLength).nullish();
const hexSchema = z.string().regex(/^#?[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$/);
const spoolIdSchema = z.number().int().min(1).max(1_000_000);

/** A spool as Spoolman's `GET /api/v1/spool` gives it, as far as we read it; what else is in it is left alone. */
export const spoolmanSpoolSchema = z.object({
  id: spoolIdSchema,
  registered: instantSchema.nullish(),
  first_used: instantSchema.nullish(),
  last_used: instantSchema.nullish(),
  filament: z.object({
    id: z.number().int().nullish(),
    name: textSchema(64),
    vendor: z.object({ id: z.number().int().nullish(), name: z.string().min(1).max(64) }).nullish(),
    material: z.string().min(1).max(64),
    density: z.number().min(0.1).max(25),
    diameter: z.number().min(0.5).max(5),
    /** What is on a full spool. */
    weight: gramsSchema.nullish(),
    spool_weight: gramsSchema.nullish(),
    color_hex: hexSchema.nullish(),
  }),
  /** One of `remaining_weight`, `initial_weight` and `filament.weight` must be there. */
  remaining_weight: gramsSchema.nullish(),
  initial_weight: gramsSchema.nullish(),
  spool_weight: gramsSchema.nullish(),
  used_weight: gramsSchema.nullish(),
  remaining_length: z.number().min(0).nullish(),
  used_length: z.number().min(0).nullish(),
  location: textSchema(64),
  lot_nr: textSchema(64),
  comment: textSchema(1024),
  archived: z.boolean().default(false),
  /** Each value is JSON in a string. */
  extra: z.record(z.string(), z.string()).nullish(),
});
export type SpoolmanSpool = z.infer<typeof spoolmanSpoolSchema>;

export const spoolmanListSchema = z.array(spoolmanSpoolSchema);

export const spoolmanImportSchema = z.array(spoolmanSpoolSchema).max(1000);
export type SpoolmanImport = z.infer<typeof spoolmanImportSchema>;

export const spoolmanImportedSchema = z.object({ added: z.number().int() });
export type SpoolmanImported = z.infer<typeof spoolmanImportedSchema>;
