import { z } from 'zod';
import { instantSchema, listOf, slugSchema } from './common.js';

/** Of a printer in the hub's own network, as its bridge reaches it. What is secret has no place in it. */
const addressSchema = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((address) => URL.canParse(address) && new URL(address).username === '' && new URL(address).password === '', {
    message: 'must not have a user name or password in it',
  });
const userName = z.string().trim().min(1).max(100);
const storages = ['usb', 'local'] as const;

const ways = {
  virtual: { adapter: z.literal('virtual') },
  moonraker: { adapter: z.literal('moonraker'), url: addressSchema },
  octoprint: { adapter: z.literal('octoprint'), url: addressSchema },
  prusalink: {
    adapter: z.literal('prusalink'),
    url: addressSchema,
    username: userName.optional(),
    storage: z.enum(storages).optional(),
  },
  bambu: {
    adapter: z.literal('bambu'),
    host: z.string().regex(/^[\w.-]{1,253}$/),
    serial: z.string().regex(/^[0-9A-Z]{10,20}$/),
  },
} as const;

/** How a bridge reaches a printer, but for its key or password. */
export const connectionSettingsSchema = z.discriminatedUnion('adapter', [
  z.strictObject(ways.virtual),
  z.strictObject(ways.moonraker),
  z.strictObject(ways.octoprint),
  z.strictObject(ways.prusalink),
  z.strictObject(ways.bambu),
]);
export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;

/** The key, the password or, of Bambu Lab's printers, the access code; one is used. */
export const printerSecretsSchema = z.strictObject({
  apiKey: z.string().trim().min(1).max(300).optional(),
  password: z.string().min(1).max(300).optional(),
  accessCode: z.string().trim().min(1).max(100).optional(),
});
export type PrinterSecrets = z.infer<typeof printerSecretsSchema>;

const millimetres = z.number().min(1).max(5000);

const machineSchema = z.object({
  model: z.string().trim().min(1).max(100),
  bed: z.object({ x: millimetres, y: millimetres, z: millimetres }),
  nozzleDiameterMillimetres: z.number().min(0.1).max(5),
  maxNozzleCelsius: z.number().min(100).max(600),
  maxBedCelsius: z.number().min(0).max(300),
  /** Whether it may print while the hub is closed. */
  unattendedAllowed: z.boolean(),
});

/** A printer of a bridge. Without `secrets` those that are there stay, unless the address is another one. */
export const setUpPrinterSchema = z.object({
  /** For a new one; a printer that is there keeps its name. */
  name: z.string().trim().min(1).max(100).optional(),
  bridge: slugSchema,
  machine: machineSchema,
  connection: connectionSettingsSchema,
  secrets: printerSecretsSchema.optional(),
});
export type SetUpPrinter = z.infer<typeof setUpPrinterSchema>;

/** What a bridge found when it last looked; null where an earlier answer makes the question idle. */
const diagnosisSchema = z.object({
  at: instantSchema,
  reach: z.boolean(),
  credentials: z.boolean().nullable(),
  read: z.boolean().nullable(),
  control: z.boolean().nullable(),
  remark: z.string(),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

export const printerSetupSchema = z.object({
  bridge: z.object({ slug: slugSchema, isOnline: z.boolean() }),
  machine: machineSchema,
  /** Null for a printer that is written in its bridge's own file. */
  connection: connectionSettingsSchema.nullable(),
  /** A key or password is kept; it is never given out again. */
  hasSecrets: z.boolean(),
  /** Somebody asked to look and the bridge has not answered yet. */
  isBeingTested: z.boolean(),
  diagnosis: diagnosisSchema.nullable(),
});
export type PrinterSetup = z.infer<typeof printerSetupSchema>;

export const bridgeListSchema = listOf(
  z.object({
    slug: slugSchema,
    isOnline: z.boolean(),
    seenAt: instantSchema.nullable(),
    version: z.string().nullable(),
  }),
);
export type BridgeSummary = z.infer<typeof bridgeListSchema>['items'][number];

/** What a bridge is told of its printers, secrets and all: by HTTP, and to that bridge alone. */
export const bridgePrintersSchema = z.object({
  printers: z.array(z.looseObject({ slug: slugSchema, model: z.string(), adapter: z.string() })),
});
export type BridgePrinters = z.infer<typeof bridgePrintersSchema>;
