import { z } from 'zod';
import { idSchema, instantSchema, listOf, slugSchema } from './common.js';

/** Things of a hub with a credential of their own: the screen on the wall, and the computer that talks to printers. */
export const deviceKinds = ['kiosk', 'bridge'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

const deviceName = z.string().trim().min(1).max(100);

/** A device asks to be paired; `name` is what it calls itself, for the person who answers. */
export const requestPairingSchema = z.object({ kind: z.enum(deviceKinds), name: deviceName.optional() });
export type RequestPairing = z.infer<typeof requestPairingSchema>;

/** The code is for eyes, the poll token for the device alone. */
export const pairingSchema = z.object({
  pairingId: idSchema,
  code: z.string(),
  pollToken: z.string(),
  expiresAt: instantSchema,
});
export type Pairing = z.infer<typeof pairingSchema>;

/** `keep` says where the credential goes: into a cookie that scripts cannot read, or into the answer. */
export const claimPairingSchema = z.object({
  pollToken: z.string().min(1).max(100),
  keep: z.enum(['token', 'cookie']).default('token'),
});
export type ClaimPairing = z.infer<typeof claimPairingSchema>;

/** Nobody has entered the code yet. */
export const pairingPendingSchema = z.object({ status: z.literal('pending'), expiresAt: instantSchema });

/** How a bridge reaches the broker; shown once and kept nowhere on the server. */
export const brokerAccountSchema = z.object({
  url: z.string(),
  username: z.string(),
  password: z.string(),
  topicPrefix: z.string(),
});
export type BrokerAccount = z.infer<typeof brokerAccountSchema>;

/** What a device knows of itself. */
export const ownDeviceSchema = z.object({
  id: idSchema,
  kind: z.enum(deviceKinds),
  name: z.string(),
  hub: slugSchema,
  /** The bridge's name in topics; null for a kiosk. */
  bridge: slugSchema.nullable(),
});
export type OwnDevice = z.infer<typeof ownDeviceSchema>;

export const pairedSchema = z.object({
  status: z.literal('paired'),
  device: ownDeviceSchema,
  /** Null when it went into the cookie. Never given out again. */
  token: z.string().nullable(),
  broker: brokerAccountSchema.nullable(),
});
export type Paired = z.infer<typeof pairedSchema>;
export type PairingAnswer = Paired | z.infer<typeof pairingPendingSchema>;

/** The administrator's answer to a code. `name` is by default the device's own, `bridge` the next free name in topics. */
export const pairDeviceSchema = z.object({
  code: z.string().trim().min(1).max(20),
  name: deviceName.optional(),
  bridge: slugSchema.optional(),
});
export type PairDevice = z.infer<typeof pairDeviceSchema>;

export const renameDeviceSchema = z.object({ name: deviceName });
export type RenameDevice = z.infer<typeof renameDeviceSchema>;

/** A device as the hub's administrator sees it. */
export const deviceSchema = ownDeviceSchema.extend({
  /** `waiting` until the device has fetched its credential. */
  status: z.enum(['waiting', 'paired']),
  pairedBy: z.object({ id: idSchema, displayName: z.string() }).nullable(),
  pairedAt: instantSchema,
  lastSeenAt: instantSchema.nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

export const deviceListSchema = listOf(deviceSchema);
