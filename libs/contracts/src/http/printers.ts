import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';

/** A printer's state in our words, whatever the maker calls it; an unknown native value is `unknown`, never `idle`. */
export const printerStates = [
  'offline',
  'starting',
  'idle',
  'preparing',
  'printing',
  'paused',
  'attention',
  'cancelling',
  'awaiting_clear',
  'error',
  'unknown',
] as const;
export type PrinterState = (typeof printerStates)[number];

export const plateStates = ['clear', 'awaiting_clear'] as const;
export type PlateState = (typeof plateStates)[number];

export const printerSchema = z.object({
  id: idSchema,
  slug: z.string(),
  hub: z.string(),
  name: z.string(),
  model: z.string(),
  loadedMaterial: z.string().nullable(),
  state: z.enum(printerStates),
  reason: z.object({ code: z.string(), native: z.string() }).nullable(),
  plate: z.enum(plateStates),
  observedAt: instantSchema.nullable(),
  outOfOrder: z.object({ reason: z.string(), until: instantSchema.nullable() }).nullable(),
  temperatures: z
    .object({ nozzle: z.number(), nozzleTarget: z.number(), bed: z.number(), bedTarget: z.number() })
    .nullable(),
  /** Whether staff can look at it through a camera; always false in answers to anybody else. */
  hasCamera: z.boolean(),
  /** What it prints now. Ids and file names only in answers to staff. */
  current: z
    .object({
      printJobId: idSchema.nullable(),
      fileName: z.string().nullable(),
      progress: z.number(),
      endsAt: instantSchema.nullable(),
      /** Somebody began it at the machine itself; nobody sent it. */
      isLocal: z.boolean(),
      /** The booking that it keeps waiting, and until when. Only in answers to staff. */
      delays: z.object({ startsAt: instantSchema, until: instantSchema }).nullable(),
    })
    .nullable(),
});
export type Printer = z.infer<typeof printerSchema>;

export const printerListSchema = listOf(printerSchema);
