import { z } from 'zod';
import { idSchema, instantSchema, listOf } from './common.js';
import { waitingReasons } from '../problem-codes.js';

export const printJobStates = [
  'uploaded',
  'analysing',
  'awaiting_review',
  'needs_changes',
  'rejected',
  'queued',
  'dispatching',
  'printing',
  'paused',
  'attention',
  'awaiting_clear',
  'done',
  'failed',
  'cancelling',
  'cancelled',
  'unknown',
] as const;
export type PrintJobState = (typeof printJobStates)[number];

export const attemptStates = [
  'dispatching',
  'printing',
  'paused',
  'attention',
  'cancelling',
  'unknown',
  'completed',
  'cancelled',
  'failed',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** Something the analysis wants a person to know before the file is printed. */
export const findingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** 1-based line of the file, when one line is to blame. */
  line: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof findingSchema>;

const pointSchema = z.object({ x: z.number(), y: z.number(), z: z.number() });

/** What the file itself says and does; null where it does not say and cannot be computed. */
export const printAnalysisSchema = z.object({
  slicer: z.object({ name: z.string(), version: z.string().nullable() }).nullable(),
  printerModel: z.string().nullable(),
  estimatedSeconds: z.number().nullable(),
  filaments: z.array(
    z.object({
      material: z.string().nullable(),
      millimetres: z.number().nullable(),
      grams: z.number().nullable(),
    }),
  ),
  totalGrams: z.number().nullable(),
  layerCount: z.number().int().nullable(),
  layerHeightMillimetres: z.number().nullable(),
  nozzleDiameterMillimetres: z.number().nullable(),
  /** Of extruding moves only. */
  boundingBox: z.object({ min: pointSchema, max: pointSchema }).nullable(),
  maxNozzleCelsius: z.number().nullable(),
  maxBedCelsius: z.number().nullable(),
  findings: z.array(findingSchema),
});
export type PrintAnalysis = z.infer<typeof printAnalysisSchema>;

/** Something is expected between the two; both may be the same. */
export const instantRangeSchema = z.object({ earliest: instantSchema, latest: instantSchema });
export type InstantRange = z.infer<typeof instantRangeSchema>;

export const printAttemptSchema = z.object({
  number: z.number().int(),
  printer: z.string(),
  status: z.enum(attemptStates),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  progress: z.number().nullable(),
  cause: z.string().nullable(),
  /** What the printer's camera saw when it failed; null when it did not, or there is no picture of it. */
  picture: z.object({ url: z.string(), takenAt: instantSchema }).nullable(),
});

/** How a print came to G-code of its own beside what was sent: by unpacking, by our slicer, or from staff. */
export const gcodeOrigins = ['unpacked', 'sliced', 'attached'] as const;
export type GcodeOrigin = (typeof gcodeOrigins)[number];

/** Kinds of models that can be looked at. */
export const modelFormats = ['STL', '3MF'] as const;
export type ModelFormat = (typeof modelFormats)[number];

export const pickUpEnds = ['collected', 'disposed'] as const;
export type PickUpEnd = (typeof pickUpEnds)[number];

/** A finished part on the hub's shelf. */
const pickUpSchema = z.object({
  /** Written on the part. */
  shelfCode: z.number().int(),
  readyAt: instantSchema,
  /** From then on staff may throw it away. */
  disposeAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** Null while it is on the shelf. */
  endedAs: z.enum(pickUpEnds).nullable(),
});

/** Where staff may move a waiting print: before everybody or behind everybody, or back to where its turn is. */
const queueEnds = ['first', 'last'] as const;
export type QueueEnd = (typeof queueEnds)[number];

export const reorderSchema = z.discriminatedUnion('to', [
  z.object({ to: z.enum(queueEnds), reason: z.string().trim().min(1).max(500) }),
  z.object({ to: z.literal('turn') }),
]);
export type Reorder = z.infer<typeof reorderSchema>;

export const printJobSchema = z.object({
  id: idSchema,
  hub: z.string(),
  status: z.enum(printJobStates),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  material: z.string().nullable(),
  note: z.string().nullable(),
  preferredPrinter: z.string().nullable(),
  analysis: printAnalysisSchema.nullable(),
  /** Why the analysis itself refused the file (`print.corrupt_file` …). */
  refusal: z.object({ code: z.string(), text: z.string() }).nullable(),
  thumbnailUrl: z.string().nullable(),
  /** Where the toolpath lies (`toolpathHeaderSchema`); null until the file is analysed, and for a model. */
  toolpathUrl: z.string().nullable(),
  model: z.object({ url: z.string(), format: z.enum(modelFormats) }).nullable(),
  /** What the printer gets when that is not the very file that was sent, which stays beside it. */
  printFile: z
    .object({
      url: z.string(),
      origin: z.enum(gcodeOrigins),
      /** As staff called it; null when it was made here. */
      fileName: z.string().nullable(),
      sizeBytes: z.number().int(),
    })
    .nullable(),
  /** Grows whenever another file comes in the place of the one that was sent. */
  fileVersion: z.number().int(),
  attempts: z.array(printAttemptSchema),
  printer: z.string().nullable(),
  /** Whether the printer that is at it can be looked at through a camera. */
  hasCamera: z.boolean(),
  /** 0–1 of the running attempt. */
  progress: z.number().nullable(),
  /** The points are the likeliest; people are told the ranges, which hold them. */
  estimate: z
    .object({
      startsAt: instantSchema,
      endsAt: instantSchema,
      startsBetween: instantRangeSchema,
      endsBetween: instantRangeSchema,
    })
    .nullable(),
  position: z.number().int().nullable(),
  waitingReason: z.enum(waitingReasons).nullable(),
  /** Where staff have moved it in the queue, and why; null while it waits for its turn, and when it does not wait. */
  queueMove: z.object({ to: z.enum(queueEnds), reason: z.string() }).nullable(),
  /** What staff wrote when they rejected it or asked for changes. */
  reviewReason: z.string().nullable(),
  /** Null until the part has been taken off the printer. */
  pickUp: pickUpSchema.nullable(),
  createdAt: instantSchema,
  analysedAt: instantSchema.nullable(),
  approvedAt: instantSchema.nullable(),
  /** By the hub’s rule instead of a person. */
  autoApproved: z.boolean(),
  version: z.number().int(),
  /** Only in answers to staff. */
  person: z.object({ id: idSchema, displayName: z.string() }).optional(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

export const printJobListSchema = listOf(printJobSchema);

export const printJobQuerySchema = z.object({
  hub: z.string().optional(),
  mine: z.enum(['true', 'false']).optional(),
  status: z.enum(printJobStates).optional(),
  /** Only what waits to be collected. */
  onShelf: z.enum(['true']).optional(),
});
export type PrintJobQuery = z.infer<typeof printJobQuerySchema>;

/** The text fields beside the file in the multipart upload. */
export const uploadFieldsSchema = z.object({
  hub: z.string().default('viitasaari'),
  material: z.string().trim().max(20).optional(),
  note: z.string().trim().max(1000).optional(),
  preferredPrinter: z.string().max(64).optional(),
});
export type UploadFields = z.infer<typeof uploadFieldsSchema>;

export const reviewReasonSchema = z.object({ reason: z.string().trim().min(1).max(1000) });
export type ReviewReason = z.infer<typeof reviewReasonSchema>;

export const queueEntrySchema = z.object({
  /** Own jobs and staff only. */
  printJobId: idSchema.nullable(),
  position: z.number().int(),
  printer: z.string().nullable(),
  estimatedStartAt: instantSchema.nullable(),
  estimatedEndAt: instantSchema.nullable(),
  startsBetween: instantRangeSchema.nullable(),
  endsBetween: instantRangeSchema.nullable(),
  waitingReason: z.enum(waitingReasons),
  /** Whether staff have moved it; everybody may know that, its owner and staff also why. */
  movedTo: z.enum(queueEnds).nullable(),
});
export const queueSchema = listOf(queueEntrySchema);
export type Queue = z.infer<typeof queueSchema>;
