import { z } from 'zod';
import { idSchema } from './common.js';

/** For statistics, as the person tells it. */
export const ageGroupSchema = z.enum(['under_13', '13_17', '18_29', '30_64', '65_plus']);

export const organisationKindSchema = z.enum(['company', 'education_research', 'municipality', 'third_sector']);
export type OrganisationKind = z.infer<typeof organisationKindSchema>;

/** An organisation that somebody belongs to; `isConfirmed` says whether staff know that he or she does. */
export const membershipSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: organisationKindSchema,
  isConfirmed: z.boolean(),
});
