import { z } from 'zod';
import { idSchema, instantSchema } from './common.js';

/** A booking as staff see it when they decide about what or whom it is of. */
export const bookedTimeSchema = z.object({
  id: idSchema,
  hub: z.string(),
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  person: z.object({ id: idSchema, displayName: z.string() }),
});
export type BookedTime = z.infer<typeof bookedTimeSchema>;
