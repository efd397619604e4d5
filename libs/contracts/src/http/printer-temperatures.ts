import { z } from 'zod';
import { instantSchema } from './common.js';

const longestSpanMs = 31 * 24 * 3600_000;

/** `to` is now when it is left out, `from` two hours before it; at most 31 days. */
export const temperatureQuerySchema = z
  .object({ from: instantSchema.optional(), to: instantSchema.optional() })
  .refine(({ from, to }) => from === undefined || isSpan(from, to ?? new Date().toISOString()), {
    path: ['from'],
    message: 'must be before `to`, and at most 31 days before it',
  });
export type TemperatureQuery = z.infer<typeof temperatureQuerySchema>;

function isSpan(from: string, to: string): boolean {
  const spanMs = Date.parse(to) - Date.parse(from);
  return spanMs > 0 && spanMs <= longestSpanMs;
}

/** Degrees Celsius; the target of a heater that is off is 0. */
export const printerTemperaturesSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** How much time a point stands for; where nothing was heard there is no point. */
  stepSeconds: z.number().int(),
  /** The mean of each step, and the lowest and highest in it. At most about 500, in the order of time. */
  points: z.array(
    z.object({
      at: instantSchema,
      nozzle: z.number(),
      nozzleMin: z.number(),
      nozzleMax: z.number(),
      nozzleTarget: z.number(),
      bed: z.number(),
      bedMin: z.number(),
      bedMax: z.number(),
      bedTarget: z.number(),
    }),
  ),
});
export type PrinterTemperatures = z.infer<typeof printerTemperaturesSchema>;
