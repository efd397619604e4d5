import { z } from 'zod';
import { instantSchema, timeRangeSchema } from './common.js';
import { categories } from './hubs.js';
import { plateStates, printerStates } from './printers.js';

/** The kiosk's whole picture in one answer. Holds no names and no ids of people or jobs. */
export const boardSchema = z.object({
  hub: z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), languages: z.array(z.string()) }),
  generatedAt: instantSchema,
  openNow: z.boolean(),
  /** Today's and tomorrow's opening periods. */
  opening: z.array(timeRangeSchema),
  /** What of today's public programme has not ended, in order; times of one title are one entry each. */
  programme: z.array(timeRangeSchema.extend({ title: z.string(), places: z.array(z.string()) })),
  groups: z.array(
    z.object({
      category: z.enum(categories),
      name: z.string(),
      freeCount: z.number().int(),
      items: z.array(
        z.object({
          slug: z.string(),
          name: z.string(),
          status: z.enum(['free', 'busy', 'closed', 'out_of_order']),
          /** When a free unit is next taken or the hub closes. */
          freeUntil: instantSchema.nullable(),
          /** When a unit that is not free becomes free. */
          freeFrom: instantSchema.nullable(),
        }),
      ),
    }),
  ),
  printers: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      state: z.enum(printerStates),
      plate: z.enum(plateStates),
      progress: z.number().nullable(),
      endsAt: instantSchema.nullable(),
      /** A print that somebody began at the machine itself. */
      isLocal: z.boolean(),
    }),
  ),
  queueLength: z.number().int(),
});
export type Board = z.infer<typeof boardSchema>;
