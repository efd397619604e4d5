import { z } from 'zod';

const millimetresSchema = z.number().min(10).max(5000);

/** Where on its plate a printer counts from: most from a corner, deltas from the middle. */
export const bedOrigins = ['corner', 'centre'] as const;

const facts = {
  /** As slicing programs call it: a file made for another model is pointed out to staff. */
  model: z.string().trim().min(1).max(100),
  bedXMillimetres: millimetresSchema,
  bedYMillimetres: millimetresSchema,
  bedZMillimetres: millimetresSchema,
  bedOrigin: z.enum(bedOrigins),
  nozzleDiameterMillimetres: z.number().min(0.1).max(3),
  /** The most that a file may ask for. */
  maxNozzleCelsius: z.number().int().min(100).max(600),
  maxBedCelsius: z.number().int().min(0).max(250),
  /** Whether it may print while the hub is closed. */
  unattendedAllowed: z.boolean(),
};

/** What is not named stays. */
export const changePrinterFactsSchema = z.strictObject(facts).partial();
export type ChangePrinterFacts = z.infer<typeof changePrinterFactsSchema>;

/** What a printer is as a machine. */
export const printerFactsSchema = z.object({ ...facts, version: z.number().int() });
export type PrinterFacts = z.infer<typeof printerFactsSchema>;
