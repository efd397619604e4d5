import { z } from 'zod';
import { bookedTimeSchema } from './booked-times.js';
import { idOrSlugSchema, idSchema, instantSchema, listOf } from './common.js';
import { guardianConsentSchema } from './guardians.js';
import { inductionSchema, personAgeSchema } from './inductions.js';
import { ageGroupSchema, membershipSchema } from './profile.js';

/** What somebody may be in a hub besides a resident. */
export const hubRoleSchema = z.enum(['staff', 'admin']);
export type HubRole = z.infer<typeof hubRoleSchema>;

export const peopleQuerySchema = z.object({
  q: z.string().max(100).optional(),
  cursor: z.string().max(600).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

const rolesSchema = z.array(z.object({ role: hubRoleSchema, hub: z.string() }));

export const personSummarySchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  /** In the hubs where the asking person works. */
  roles: rolesSchema,
  isBlocked: z.boolean(),
});
export type PersonSummary = z.infer<typeof personSummarySchema>;
export const personListSchema = listOf(personSummarySchema);

export const blockPersonSchema = z.object({
  hub: idOrSlugSchema,
  /** Told to the person. */
  reason: z.string().trim().min(1).max(500),
  /** Without an end when it is not given. */
  until: instantSchema.optional(),
});
export type BlockPerson = z.infer<typeof blockPersonSchema>;

const blockSchema = z.object({
  id: idSchema,
  hub: z.string(),
  reason: z.string(),
  until: instantSchema.nullable(),
  createdAt: instantSchema,
  blockedBy: z.string().nullable(),
});
export type Block = z.infer<typeof blockSchema>;

/** What is booked already stays; `coming` is there to be looked at. */
export const personBlockedSchema = z.object({ block: blockSchema, coming: z.array(bookedTimeSchema) });
export type PersonBlocked = z.infer<typeof personBlockedSchema>;

const noteTextSchema = z.string().trim().min(1).max(4000);
export const writeNoteSchema = z.object({ hub: idOrSlugSchema, text: noteTextSchema });
export type WriteNote = z.infer<typeof writeNoteSchema>;
export const editNoteSchema = z.object({ text: noteTextSchema });
export type EditNote = z.infer<typeof editNoteSchema>;

export const noteSchema = z.object({
  id: idSchema,
  hub: z.string(),
  text: z.string(),
  author: z.string().nullable(),
  isOwn: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Note = z.infer<typeof noteSchema>;

const personFileSchema = personSummarySchema.omit({ isBlocked: true }).extend({
  phone: z.string().nullable(),
  municipality: z.string().nullable(),
  ageGroup: ageGroupSchema.nullable(),
  age: personAgeSchema,
  guardianConsents: z.array(guardianConsentSchema),
  createdAt: instantSchema,
  organisations: z.array(membershipSchema),
  /** Those in force. */
  blocks: z.array(blockSchema),
  notes: z.array(noteSchema),
});
export type PersonFile = z.infer<typeof personFileSchema>;

/** A person as staff see him or her: everything that their own hubs know. */
export const personSchema = personFileSchema.extend({
  inductions: z.array(inductionSchema),
  comingBookings: z.number().int(),
});
export type Person = z.infer<typeof personSchema>;
