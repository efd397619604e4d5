import { z } from 'zod';
import { idSchema, instantSchema } from './common.js';

const wholeGramsSchema = z.number().int().min(0).max(100_000);

/** What a hub's administrator says about filament. */
export const filamentRulesSchema = z.strictObject({
  /** For a person and calendar month in the hub's zone; null is as much as anybody likes. */
  allowanceGrams: wholeGramsSchema.nullable(),
  /** Less than this of a material, on all spools together, is low. */
  lowStockGrams: wholeGramsSchema,
  /** For materials that differ. */
  lowStockByMaterial: z.record(z.string().min(1).max(64), wholeGramsSchema),
});
export type FilamentRules = z.infer<typeof filamentRulesSchema>;

/** The rules as they hold, with the version that a change may be tied to; 0 where nobody has said anything. */
export const savedFilamentRulesSchema = filamentRulesSchema.extend({ version: z.number().int() });
export type SavedFilamentRules = z.infer<typeof savedFilamentRulesSchema>;

/** What staff should know about filament now. */
export const filamentOverviewSchema = z.object({
  rules: savedFilamentRulesSchema,
  low: z.array(z.object({ material: z.string(), grams: z.number(), limitGrams: z.number() })),
  /** Queued prints that need more than is loaded, and what is left on the spools of their material. */
  shortages: z.array(
    z.object({
      printJobId: idSchema,
      material: z.string().nullable(),
      grams: z.number(),
      spools: z.array(z.object({ number: z.number().int(), printer: z.string(), freeGrams: z.number() })),
    }),
  ),
});
export type FilamentOverview = z.infer<typeof filamentOverviewSchema>;

/** How much the reader may still print this month. */
export const allowanceSchema = z.object({
  /** Null: there is no limit. */
  allowanceGrams: z.number().nullable(),
  usedGrams: z.number(),
  /** Of prints that are waiting or running. */
  pendingGrams: z.number(),
  leftGrams: z.number().nullable(),
  renewsAt: instantSchema,
});
export type Allowance = z.infer<typeof allowanceSchema>;
