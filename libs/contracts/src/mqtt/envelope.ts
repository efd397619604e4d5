import { z } from 'zod';
import { printerStates, plateStates } from '../http/printers.js';

/**
 * What every message from a bridge carries.
 *
 * `session` grows with every start of the bridge and is persisted there; `seq` counts one printer's messages of one
 * topic within a session. `(session, printer, seq)` is unique per topic: QoS 1 duplicates are normal and change nothing.
 */
const envelope = {
  v: z.literal(1),
  session: z.number().int().nonnegative(),
  seq: z.number().int().nonnegative(),
  ts: z.iso.datetime(),
  id: z.uuid(),
};

/** Proof of which start this is: the server made the token, the printer's journal gives it back. */
export const printReferenceSchema = z.object({
  jobId: z.uuid(),
  attempt: z.number().int().positive(),
  startToken: z.string().min(1).max(64),
});
export type PrintReference = z.infer<typeof printReferenceSchema>;

export const printOutcomes = ['completed', 'cancelled', 'failed'] as const;
export type PrintOutcome = (typeof printOutcomes)[number];

/** What the printer counted of the filament that this print took so far; left out where it does not count. */
const filamentMillimetres = z.number().nonnegative().optional();

/** Full snapshot of one printer: on every change, and every 30 s. Alone enough to reconcile after any loss. */
export const printerStatusSchema = z.object({
  ...envelope,
  state: z.enum(printerStates),
  reason: z.object({ code: z.string(), native: z.string() }).nullable(),
  /** The print on the machine or on its plate; null when nothing is there, or when nobody sent it. */
  job: printReferenceSchema
    .extend({
      progress: z.number().min(0).max(1),
      etaSeconds: z.number().int().nonnegative().nullable(),
      startedAt: z.iso.datetime().nullable(),
      outcome: z.enum(printOutcomes).nullable(),
      filamentMillimetres,
    })
    .nullable(),
  /** True when a print that did not come from us is on the machine. */
  localPrint: z.boolean(),
  /** That print; null when there is none, and from a bridge that tells nothing of it. `startedAt` says which it is. */
  localRun: z
    .object({
      startedAt: z.iso.datetime(),
      progress: z.number().min(0).max(1),
      etaSeconds: z.number().int().nonnegative().nullable(),
      outcome: z.enum(printOutcomes).nullable(),
    })
    .nullable()
    .default(null),
  plate: z.enum(plateStates),
  observedAt: z.iso.datetime(),
});
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

export const printerEventTypes = [
  'print_started',
  'print_paused',
  'print_resumed',
  'print_completed',
  'print_cancelled',
  'print_failed',
  'plate_cleared',
] as const;
export type PrinterEventType = (typeof printerEventTypes)[number];

/** A fact that must reach the server: kept in the bridge's outbox until the broker has it. `seq` has no gaps. */
export const printerEventSchema = z.object({
  ...envelope,
  type: z.enum(printerEventTypes),
  job: printReferenceSchema.nullable(),
  occurredAt: z.iso.datetime(),
  filamentMillimetres,
  reason: z.object({ code: z.string(), native: z.string() }).nullable(),
});
export type PrinterEvent = z.infer<typeof printerEventSchema>;

/** At most once a second; degrees Celsius. */
export const printerTemperatureSchema = z.object({
  ...envelope,
  nozzle: z.number(),
  nozzleTarget: z.number(),
  bed: z.number(),
  bedTarget: z.number(),
});
export type PrinterTemperature = z.infer<typeof printerTemperatureSchema>;

/** Retained presence. The `lost` form is the last will: a session that is not the current one is ignored. */
export const bridgeStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('online'), session: z.number().int() }),
  z.object({ state: z.literal('lost'), session: z.number().int() }),
]);
export type BridgeState = z.infer<typeof bridgeStateSchema>;

/** Birth: who the bridge is and which printers it has. */
export const bridgeInfoSchema = z.object({
  v: z.literal(1),
  session: z.number().int(),
  ts: z.iso.datetime(),
  version: z.string(),
  adapters: z.array(z.string()),
  printers: z.array(
    z.object({
      slug: z.string(),
      adapter: z.string(),
      model: z.string(),
      capabilities: z.object({
        pause: z.boolean(),
        cancel: z.boolean(),
        temperatures: z.boolean(),
        /** Whether it can be asked for a picture; a bridge of old knows nothing of cameras. */
        camera: z.boolean().default(false),
      }),
    }),
  ),
});
export type BridgeInfo = z.infer<typeof bridgeInfoSchema>;

const commandBase = {
  v: z.literal(1),
  id: z.uuid(),
  /** The state the server believed in when it asked; the bridge refuses when it is not so. */
  expect: z.object({
    state: z.enum(printerStates).nullable(),
    session: z.number().int().nullable(),
    jobId: z.uuid().nullable(),
  }),
  expiresAt: z.iso.datetime(),
};

export const printerCommandSchema = z.discriminatedUnion('type', [
  z.object({
    ...commandBase,
    ...printReferenceSchema.shape,
    type: z.literal('start'),
    /** The file by a short-lived address; its sha256 (hex) is checked before anything moves. */
    args: z.object({ url: z.url(), sha256: z.string().length(64), sizeBytes: z.number().int().positive() }),
  }),
  z.object({
    ...commandBase,
    type: z.enum(['pause', 'resume', 'cancel']),
    jobId: z.uuid(),
    attempt: z.number().int().positive(),
  }),
  z.object({ ...commandBase, type: z.enum(['clear_plate', 'emergency_stop']) }),
]);
export type PrinterCommand = z.infer<typeof printerCommandSchema>;

const bridgeCommandBase = { v: z.literal(1), id: z.uuid(), expiresAt: z.iso.datetime() };

export const bridgeCommandSchema = z.discriminatedUnion('type', [
  z.object({ ...bridgeCommandBase, type: z.enum(['rebirth', 'reload']) }),
  /** Look at a printer without touching it, and tell by a diagnosis. */
  z.object({ ...bridgeCommandBase, type: z.literal('examine'), printer: z.string() }),
  /** Bring a picture of the printer's camera to a short-lived address: `PUT` it there, or `DELETE` that and say why. */
  z.object({ ...bridgeCommandBase, type: z.literal('photograph'), printer: z.string(), url: z.url() }),
]);
export type BridgeCommand = z.infer<typeof bridgeCommandSchema>;

/** Why there is no picture: `no_camera` holds until the next birth, `no_picture` for this time only. */
export const pictureRefusals = ['no_camera', 'no_picture'] as const;
export type PictureRefusal = (typeof pictureRefusals)[number];

export const rejectionCodes = [
  'expired',
  'not_idle',
  'plate_not_clear',
  'expectation_failed',
  'file_unavailable',
  'checksum_mismatch',
  'not_supported',
  'printer_offline',
  'wrong_job',
  'printer_error',
  'crashed',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What became of a command. A command is not an outcome: only status and events say that something prints. */
export const commandAckSchema = z.object({
  ...envelope,
  cmdId: z.uuid(),
  phase: z.enum(['received', 'rejected', 'done', 'failed', 'unknown']),
  code: z.enum(rejectionCodes).nullable(),
});
export type CommandAck = z.infer<typeof commandAckSchema>;

/** What a bridge found when it looked at a printer; null where an earlier answer makes the question idle. */
export const printerDiagnosisSchema = z.object({
  ...envelope,
  cmdId: z.uuid(),
  reach: z.boolean(),
  credentials: z.boolean().nullable(),
  read: z.boolean().nullable(),
  control: z.boolean().nullable(),
  /** Its state, and what is wrong in the printer's own words. */
  remark: z.string().max(500),
});
export type PrinterDiagnosis = z.infer<typeof printerDiagnosisSchema>;
