import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';

/** How near a maintenance task is: its interval is over when it is `due`, and by a quarter more when `overdue`. */
export const careStates = ['ok', 'soon', 'due', 'overdue'] as const;
export type CareState = (typeof careStates)[number];

const usageSchema = z.object({
  /** From start to end, pauses included. */
  hours: z.number(),
  /** Prints that ran, however they ended; the one that runs now is among them. */
  prints: z.number().int(),
  completed: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  /** Completed of those that completed or failed, 0–1; null before the first. What somebody cancelled proves nothing. */
  successRate: z.number().nullable(),
});

const taskSchema = z.object({
  id: idSchema,
  name: z.string(),
  everyHours: z.number().int().nullable(),
  everyPrints: z.number().int().nullable(),
  /** Puts the printer out of order when it is due. */
  stopsPrinter: z.boolean(),
  /** Hours or prints since it was last done. */
  used: z.number(),
  state: z.enum(careStates),
  countedFrom: instantSchema,
});

const careEntrySchema = z.object({
  id: idSchema,
  task: z.string(),
  doneAt: instantSchema,
  person: z.object({ id: idSchema, displayName: z.string() }),
  note: z.string().nullable(),
  hours: z.number(),
  prints: z.number().int(),
});

export const printerCareSchema = z.object({
  usage: usageSchema,
  tasks: z.array(taskSchema),
  /** Newest first. */
  history: z.array(careEntrySchema),
});
export type PrinterCare = z.infer<typeof printerCareSchema>;

/** What is due at a hub's printers now. */
export const dueCareSchema = listOf(
  z.object({
    task: z.object({ id: idSchema, name: z.string() }),
    printer: z.object({ slug: z.string(), name: z.string() }),
    state: z.enum(['due', 'overdue']),
  }),
);
export type DueCare = z.infer<typeof dueCareSchema>;

const intervalSchema = z.number().int().min(1).max(100_000).optional();

/** Exactly one of the two intervals. */
export const newCareTaskSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    everyHours: intervalSchema,
    everyPrints: intervalSchema,
    stopsPrinter: z.boolean().default(false),
  })
  .refine(({ everyHours, everyPrints }) => (everyHours === undefined) !== (everyPrints === undefined), {
    path: ['everyHours'],
    message: 'either hours or prints',
  });
export type NewCareTask = z.infer<typeof newCareTaskSchema>;

export const careDoneSchema = z.object({ note: z.string().trim().max(1000).optional() });
export type CareDone = z.infer<typeof careDoneSchema>;
