import { z } from 'zod';
import { idSchema, instantSchema } from './common.js';
import { ageGroupSchema, membershipSchema } from './profile.js';
import { locales } from '../locale.js';
import { secondFactorMethods } from './second-factors.js';

export const roles = ['resident', 'staff', 'admin', 'system'] as const;
export type Role = (typeof roles)[number];

/** Addresses are compared in lower case. */
const emailSchema = z.email().max(254).toLowerCase();

export const requestCodeSchema = z.object({ email: emailSchema });
export type RequestCode = z.infer<typeof requestCodeSchema>;

export const codeRequestedSchema = z.object({ expiresAt: instantSchema });

export const signInSchema = z.object({ email: emailSchema, code: z.string().regex(/^\d{6}$/) });
export type SignIn = z.infer<typeof signInSchema>;

/** The ways to sign in at this hub: a code by mail always, the town's own provider where there is one. */
export const signInMethodsSchema = z.object({
  code: z.literal(true),
  provider: z.object({ name: z.string() }).nullable(),
});
export type SignInMethods = z.infer<typeof signInMethodsSchema>;

export const providerSignInSchema = z.object({ next: z.string().max(2000).optional() });

/** Digits with whatever stands between them, `+358 40 123 4567`. */
const phoneSchema = z
  .string()
  .trim()
  .regex(/^\+?[\d ()-]{3,30}$/);

/** The signed-in person's own view. A role without a hub holds everywhere. */
export const meSchema = z.object({
  id: idSchema,
  email: z.string(),
  displayName: z.string(),
  locale: z.enum(locales),
  /** Whether the hub writes before a booking begins. */
  reminders: z.boolean(),
  /** Those of staff are missing as long as a second factor is needed or must be set up first. */
  roles: z.array(z.object({ role: z.enum(roles), hub: z.string().nullable() })),
  /** Whether the sign-in is only half done: nothing else is answered before one of `methods` was shown. */
  needsSecondFactor: z.boolean(),
  methods: z.array(z.enum(secondFactorMethods)),
  /** Whether this person works in a hub and may go on doing so only after setting up a second factor. */
  mustSetUpSecondFactor: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** With what the person has told of himself or herself. */
export const profileSchema = meSchema.extend({
  phone: z.string().nullable(),
  municipality: z.string().nullable(),
  ageGroup: ageGroupSchema.nullable(),
  organisations: z.array(membershipSchema),
});
export type Profile = z.infer<typeof profileSchema>;

export const updateMeSchema = z.object({
  displayName: z.string().trim().min(1).max(100).optional(),
  /** As people write it; null takes it away, here and below. */
  phone: phoneSchema.nullable().optional(),
  municipality: z.string().trim().min(1).max(100).nullable().optional(),
  ageGroup: ageGroupSchema.nullable().optional(),
  locale: z.enum(locales).optional(),
  reminders: z.boolean().optional(),
});
export type UpdateMe = z.infer<typeof updateMeSchema>;

/** A mail the demo hub would have sent; only served when DEMO=true and no SMTP_URL is set. */
export const demoMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: instantSchema,
});
