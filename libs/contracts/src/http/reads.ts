import { z } from 'zod';
import { instantSchema } from './common.js';
import { hubRoleSchema } from './people.js';

/** Which data about people staff looked at. */
export const readKinds = ['bookings', 'waitingList', 'prints', 'inductions', 'people', 'audit'] as const;
export type ReadKind = (typeof readKinds)[number];

/** That somebody of the staff had a person's data before him or her; who it was stays with the hub. */
export const personalDataReadSchema = z.object({
  at: instantSchema,
  kind: z.enum(readKinds),
  role: hubRoleSchema,
  /** The hub's name; null when the data belong to none in particular. */
  hub: z.string().nullable(),
});
export type PersonalDataRead = z.infer<typeof personalDataReadSchema>;
