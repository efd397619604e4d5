import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';
import { organisationKindSchema } from './profile.js';

const nameSchema = z.string().trim().min(1).max(120);

export const organisationsQuerySchema = z.object({
  q: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
});
export type OrganisationsQuery = z.infer<typeof organisationsQuerySchema>;

export const addOrganisationSchema = z.object({ name: nameSchema, kind: organisationKindSchema });
export type AddOrganisation = z.infer<typeof addOrganisationSchema>;

/** What staff correct while confirming. A name that another organisation has makes the two one. */
export const confirmOrganisationSchema = z.object({
  name: nameSchema.optional(),
  kind: organisationKindSchema.optional(),
});
export type ConfirmOrganisation = z.infer<typeof confirmOrganisationSchema>;

export const organisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: organisationKindSchema,
  /** Whether staff have seen that it is one. */
  isConfirmed: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;
export const organisationListSchema = listOf(organisationSchema);

/** One that nobody has confirmed, to which people of a hub belong. */
export const pendingOrganisationSchema = organisationSchema.extend({ members: z.number().int() });
export type PendingOrganisation = z.infer<typeof pendingOrganisationSchema>;
export const pendingOrganisationListSchema = listOf(pendingOrganisationSchema);

/** Somebody of a hub says to belong to an organisation, and no staff have confirmed it. */
export const pendingMembershipSchema = z.object({
  person: z.object({ id: idSchema, displayName: z.string() }),
  organisation: organisationSchema,
  askedAt: instantSchema,
});
export type PendingMembership = z.infer<typeof pendingMembershipSchema>;
export const pendingMembershipListSchema = listOf(pendingMembershipSchema);
