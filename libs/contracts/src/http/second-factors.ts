import { z } from 'zod';
import { idSchema, instantSchema } from './common.js';

/** What a person may show besides the code from the mail; `recovery` codes are for when the others are out of reach. */
export const secondFactorMethods = ['passkey', 'totp', 'recovery'] as const;
export type SecondFactorMethod = (typeof secondFactorMethods)[number];

const base64UrlSchema = z
  .string()
  .max(16_384)
  .regex(/^[\w-]+$/);
const credentialShape = { id: base64UrlSchema, rawId: base64UrlSchema, type: z.literal('public-key') };

/** What the browser makes of `POST /me/second-factors/passkeys/options` (WebAuthn, RegistrationResponseJSON). */
const createdCredentialSchema = z.object({
  ...credentialShape,
  response: z.object({
    clientDataJSON: base64UrlSchema,
    attestationObject: base64UrlSchema,
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
});
export type CreatedCredential = z.infer<typeof createdCredentialSchema>;

/** What the browser makes of `POST /auth/second-factor/passkey/options` (WebAuthn, AuthenticationResponseJSON). */
const shownCredentialSchema = z.object({
  ...credentialShape,
  response: z.object({
    clientDataJSON: base64UrlSchema,
    authenticatorData: base64UrlSchema,
    signature: base64UrlSchema,
    userHandle: base64UrlSchema.nullish(),
  }),
});
export type ShownCredential = z.infer<typeof shownCredentialSchema>;

/** Handed to the browser's `navigator.credentials` as it is. */
export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() });

const passkeyNameSchema = z.string().trim().min(1).max(60);
export const addPasskeySchema = z.object({ name: passkeyNameSchema, credential: createdCredentialSchema });
export type AddPasskey = z.infer<typeof addPasskeySchema>;

export const renamePasskeySchema = z.object({ name: passkeyNameSchema });
export type RenamePasskey = z.infer<typeof renamePasskeySchema>;

export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** The secret for the authenticator app, as text and as the address in the QR code; shown this once. */
export const totpSecretSchema = z.object({ secret: z.string(), uri: z.string(), expiresAt: instantSchema });
export type TotpSecret = z.infer<typeof totpSecretSchema>;

export const totpCodeSchema = z.object({ code: z.string().regex(/^\d{6}$/) });
export type TotpCode = z.infer<typeof totpCodeSchema>;

export const recoveryCodeSchema = z.object({ code: z.string().trim().min(10).max(20) });
export type RecoveryCode = z.infer<typeof recoveryCodeSchema>;

export const showPasskeySchema = z.object({ credential: shownCredentialSchema });
export type ShowPasskey = z.infer<typeof showPasskeySchema>;

/** All of them, each of which works once; shown this once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

export const secondFactorsSchema = z.object({
  passkeys: z.array(passkeySchema),
  totp: z.object({ confirmedAt: instantSchema, lastUsedAt: instantSchema.nullable() }).nullable(),
  /** How many have not been used yet. */
  recoveryCodesLeft: z.number().int(),
  /** Whether this person must keep at least one passkey or the app. */
  isRequired: z.boolean(),
  /** Whether the hub's address allows passkeys: browsers want https, or localhost. */
  passkeysPossible: z.boolean(),
});
export type SecondFactors = z.infer<typeof secondFactorsSchema>;
