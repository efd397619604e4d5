import { z } from 'zod';
import { instantSchema } from './common.js';
import { reasonSchema } from './problem.js';

/** Whether somebody may use a thing at once, and until when. */
export const walkUpCheckSchema = z.object({
  allowed: z.boolean(),
  /** When it would end; null when it is not allowed. */
  endsAt: instantSchema.nullable(),
  reasons: z.array(reasonSchema),
});
export type WalkUpCheck = z.infer<typeof walkUpCheckSchema>;
