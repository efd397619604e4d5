import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';
import { categories } from './hubs.js';

const words = z.string().trim().min(1).max(500);

/** What somebody noticed; a report without words only says that something is wrong. */
export const reportFaultSchema = z.strictObject({ text: words.optional() });
export type ReportFault = z.infer<typeof reportFaultSchema>;

/** What staff did about it. */
export const closeFaultSchema = z.strictObject({ done: words });
export type CloseFault = z.infer<typeof closeFaultSchema>;

/** An open report. Who made it is in the record, not here: staff read what is wrong, not who said so. */
export const faultSchema = z.object({
  id: idSchema,
  resource: z.object({
    slug: z.string(),
    name: z.string(),
    category: z.enum(categories),
    isOutOfOrder: z.boolean(),
  }),
  text: z.string().nullable(),
  reportedAt: instantSchema,
});
export type Fault = z.infer<typeof faultSchema>;
export const faultListSchema = listOf(faultSchema);
