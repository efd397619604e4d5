import { z } from 'zod';
import { idOrSlugSchema, idSchema, instantSchema, listOf } from './common.js';

const nameSchema = z.string().trim().min(1).max(100);

/** Where a guardian's consent stands; `expired` when nobody answered in time. */
export const guardianConsentStates = ['asked', 'expired', 'consented', 'refused', 'withdrawn'] as const;

/** The newest word of a guardian about one person in one hub. */
export const guardianConsentSchema = z.object({
  id: idSchema,
  hub: z.string(),
  hubName: z.string(),
  state: z.enum(guardianConsentStates),
  /** As the guardian wrote it; null before that. */
  guardianName: z.string().nullable(),
  /** Null when the consent was given on paper, and when it is over. */
  guardianEmail: z.string().nullable(),
  askedAt: instantSchema,
  /** Until when the link in the mail works; null on paper. */
  expiresAt: instantSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  withdrawnAt: instantSchema.nullable(),
});
export type GuardianConsent = z.infer<typeof guardianConsentSchema>;

/** One's own, and whether the hub takes one for under age. */
export const myGuardianConsentsSchema = listOf(guardianConsentSchema).extend({ isUnderAge: z.boolean() });
export type MyGuardianConsents = z.infer<typeof myGuardianConsentsSchema>;

export const askGuardianSchema = z.strictObject({
  hub: idOrSlugSchema,
  guardianEmail: z.email().max(254).toLowerCase(),
});
export type AskGuardian = z.infer<typeof askGuardianSchema>;

/** What staff have seen with their own eyes. */
const paperConsentSchema = z.strictObject({ hub: idOrSlugSchema, onPaper: z.literal(true), guardianName: nameSchema });
export type PaperConsent = z.infer<typeof paperConsentSchema>;

/** Staff ask by mail, or write down a consent on paper. */
export const guardianConsentByStaffSchema = z.union([askGuardianSchema, paperConsentSchema]);
export type GuardianConsentByStaff = z.infer<typeof guardianConsentByStaffSchema>;

/** Those of a hub who have no consent although somebody was asked for it, and what they have booked all the same. */
export const missingConsentSchema = z.object({
  person: z.object({ id: idSchema, displayName: z.string() }),
  state: z.enum(guardianConsentStates),
  since: instantSchema,
  comingBookings: z.number().int(),
});
export type MissingConsent = z.infer<typeof missingConsentSchema>;
export const missingConsentListSchema = listOf(missingConsentSchema);

/** The secret part of a link; what is no such thing is as unknown as any other. */
export const guardianLinkSchema = z.string().min(1).max(100);

/** What a guardian's link is about: to answer, or afterwards to withdraw. */
export const guardianQuestionSchema = z.object({
  purpose: z.enum(['answer', 'withdraw']),
  /** The first name alone; null when the person has none that is a name. */
  childName: z.string().nullable(),
  hubName: z.string(),
  termsVersion: z.string(),
  /** Null when it works for good. */
  expiresAt: instantSchema.nullable(),
});
export type GuardianQuestion = z.infer<typeof guardianQuestionSchema>;

export const giveConsentSchema = z.object({
  /** The guardian's own. */
  name: nameSchema,
  /** That the guardian has read. */
  termsVersion: z.string().min(1).max(40),
});
export type GiveConsent = z.infer<typeof giveConsentSchema>;
