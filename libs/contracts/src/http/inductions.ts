import { z } from 'zod';
import { idSchema, instantSchema, listOf, slugSchema } from './common.js';

/** Names what somebody was shown how to use: `laser`, `3d-printer`; policies ask for it by the same name. */
export const inductionKindSchema = slugSchema;

export const inductionSchema = z.object({
  id: idSchema,
  hub: z.string(),
  kind: z.string(),
  grantedAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  /** When it ends if it is not used before; null when its kind does not lapse. */
  lapsesAt: instantSchema.nullable(),
  person: z.object({ id: idSchema, displayName: z.string() }),
});
export type Induction = z.infer<typeof inductionSchema>;
export const inductionListSchema = listOf(inductionSchema);

export const inductionQuerySchema = z.object({ kind: inductionKindSchema.optional(), person: idSchema.optional() });
export type InductionQuery = z.infer<typeof inductionQuerySchema>;

/** Granting the same again takes the new expiry. */
export const grantInductionSchema = z.object({
  person: z.union([idSchema, z.email().max(254).toLowerCase()]),
  kind: inductionKindSchema,
  /** Holds for good when it is not given. */
  expiresAt: instantSchema.optional(),
});
export type GrantInduction = z.infer<typeof grantInductionSchema>;

/** What a hub has said about a kind of induction. */
export const inductionKindRuleSchema = z.object({
  kind: z.string(),
  /** Whole days without use after which it holds no more; null when it does not lapse. */
  lapsesAfterDays: z.number().int().nullable(),
  /** Of what is said; 0 while nothing is. */
  version: z.number().int(),
});
export type InductionKindRule = z.infer<typeof inductionKindRuleSchema>;
export const inductionKindRuleListSchema = listOf(inductionKindRuleSchema);

export const changeInductionKindSchema = z.object({ lapsesAfterDays: z.number().int().min(1).max(3650).nullable() });
export type ChangeInductionKind = z.infer<typeof changeInductionKindSchema>;

export const inductionSessionSchema = z.object({
  id: idSchema,
  hub: z.string(),
  kind: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  seats: z.number().int(),
  freeSeats: z.number().int(),
  /** Whether the asking person has a seat. */
  isSeated: z.boolean(),
});
export type InductionSession = z.infer<typeof inductionSessionSchema>;
export const inductionSessionListSchema = listOf(inductionSessionSchema);

export const createInductionSessionSchema = z
  .object({
    kind: inductionKindSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    seats: z.number().int().min(1).max(500),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
    error: 'must be after startsAt',
    path: ['endsAt'],
  });
export type CreateInductionSession = z.infer<typeof createInductionSessionSchema>;

export const seatListSchema = listOf(z.object({ id: idSchema, displayName: z.string() }));
export type SeatList = z.infer<typeof seatListSchema>;

/** Who was there; each gets the induction. */
export const attendanceSchema = z.object({
  people: z.array(idSchema).min(1).max(500),
  expiresAt: instantSchema.optional(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** What staff write down about a child, or about somebody who turned out not to be one. */
export const personAgeSchema = z.strictObject({
  birthDate: z.iso
    .date()
    .regex(/^(19|20)/)
    .nullable(),
});
export type PersonAge = z.infer<typeof personAgeSchema>;
