import { z } from 'zod';
import { idSchema, instantSchema } from './common.js';

/** On what somebody is signed in; null where the browser does not say. */
export const sessionDeviceSchema = z.object({
  browser: z.string().nullable(),
  system: z.string().nullable(),
  kind: z.enum(['computer', 'phone', 'tablet']).nullable(),
});
export type SessionDevice = z.infer<typeof sessionDeviceSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  device: sessionDeviceSchema,
  createdAt: instantSchema,
  /** To within five minutes. */
  lastSeenAt: instantSchema,
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;
