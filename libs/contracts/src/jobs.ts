import { z } from 'zod';
import { alarmKinds } from './http/alarms.js';
import { idSchema, instantSchema } from './http/common.js';
import { staffTopics } from './http/notifications.js';
import { locales } from './locale.js';

const printJobReference = z.object({ printJobId: idSchema });
const hubReference = z.object({ hubId: idSchema });

/** `PUBLISH` for a calendar to look at, `REQUEST` and `CANCEL` for one booking of one person (RFC 5546). */
export const calendarMethods = ['PUBLISH', 'REQUEST', 'CANCEL'] as const;
export type CalendarMethod = (typeof calendarMethods)[number];

/** Bookings for the calendar program of whoever gets the mail. */
const mailCalendarSchema = z.object({
  method: z.enum(calendarMethods),
  /** In whose name: the hub's. */
  organizer: z.string(),
  events: z
    .array(
      z.object({
        uid: z.string(),
        sequence: z.number().int(),
        title: z.string(),
        location: z.string(),
        startsAt: instantSchema,
        endsAt: instantSchema,
        status: z.enum(['CONFIRMED', 'TENTATIVE', 'CANCELLED']),
      }),
    )
    .min(1),
});
/** A time in a mail; it is written in the reader's language when the mail is. */
const mailTimeSchema = z.object({
  startsAt: z.string(),
  /** Left out for a mere instant. */
  endsAt: z.string().optional(),
  timeZone: z.string(),
});
export type MailTime = z.infer<typeof mailTimeSchema>;

/** The code for a booking; worked out when the mail is written, so that it stands in no queue. */
const mailCodeSchema = z.object({ checkInTo: z.string() });
export type MailCode = z.infer<typeof mailCodeSchema>;

export type MailCalendar = z.infer<typeof mailCalendarSchema>;

/** Queues and how many of each one's jobs a worker process runs at once. */
export const queues = { print: 8, printing: 4, analysis: 2, background: 8 } as const;
export type QueueName = keyof typeof queues;

interface JobSpec {
  readonly queue: QueueName;
  readonly schema: z.ZodType;
  /** Whole tries before the job is given up. */
  readonly attempts: number;
  /** Pause before the second try, milliseconds; each later one is twice as long. */
  readonly backoffMs: number;
}

/**
 * Every background job: its queue and payload. A name without a handler, or a handler without a name, does not boot.
 * `print.dispatch` is one queue job per print job, its id the print job's id.
 */
export const jobs = {
  'print.analyse': { queue: 'analysis', schema: printJobReference, attempts: 3, backoffMs: 500 },
  // Nothing is lost with it: what nobody approves waits for staff.
  'print.auto-approve': {
    queue: 'printing',
    schema: z.object({ printJobId: idSchema, fileVersion: z.number().int() }),
    attempts: 3,
    backoffMs: 500,
  },
  'print.plan': { queue: 'printing', schema: hubReference, attempts: 5, backoffMs: 500 },
  'print.dispatch': {
    queue: 'print',
    schema: z.object({ printJobId: idSchema, attempt: z.number().int().positive() }),
    attempts: 3,
    backoffMs: 500,
  },
  'printer.command': {
    queue: 'printing',
    schema: z.object({
      printerId: idSchema,
      commandId: idSchema,
      type: z.enum(['pause', 'resume', 'cancel', 'clear_plate']),
      printJobId: idSchema.nullable(),
      attempt: z.number().int().positive().nullable(),
    }),
    attempts: 3,
    backoffMs: 500,
  },
  /**
   * Its printers were changed, or one of them is to be looked at or photographed: then `printerId` says which, and
   * `commandId` or `askingId` for whom.
   */
  'bridge.command': {
    queue: 'background',
    schema: z.discriminatedUnion('type', [
      z.object({ type: z.literal('reload'), bridgeId: idSchema }),
      z.object({ type: z.literal('examine'), printerId: idSchema, commandId: idSchema }),
      z.object({ type: z.literal('photograph'), printerId: idSchema, askingId: idSchema }),
    ]),
    attempts: 3,
    backoffMs: 500,
  },
  /** Who may use the broker has changed: a bridge was paired or its pairing removed. */
  'bridge.access': {
    queue: 'background',
    schema: z.object({ bridgeId: idSchema }),
    attempts: 8,
    backoffMs: 500,
  },
  'booking.advance': { queue: 'background', schema: z.object({ bookingId: idSchema }), attempts: 5, backoffMs: 500 },
  'waiting.serve': { queue: 'background', schema: hubReference, attempts: 5, backoffMs: 500 },
  /** `addressHash` tells whose mails to take back from the queue; null when that is past. */
  'person.settle': {
    queue: 'background',
    schema: z.object({ accountId: idSchema, addressHash: z.string().nullable() }),
    attempts: 12,
    backoffMs: 2000,
  },
  'person.expire': { queue: 'background', schema: z.object({}), attempts: 5, backoffMs: 60_000 },
  'print.forget-file': {
    queue: 'background',
    schema: z.object({ sha256: z.string().length(64) }),
    attempts: 12,
    backoffMs: 2000,
  },
  /** Files of uploads that never became a job. */
  'print.clean-store': { queue: 'background', schema: z.object({}), attempts: 5, backoffMs: 60_000 },
  /** Something has happened in a hub that staff may want to be told. */
  'staff.notify': {
    queue: 'background',
    schema: z.object({
      /** The same news told twice is one. */
      newsId: z.string(),
      hubId: idSchema,
      topic: z.enum(staffTopics),
      /** Who caused it and so knows; null when nobody in particular did. */
      causedBy: idSchema.nullable(),
      /** The thing it is about; null when that is none of the hub's. */
      resourceId: idSchema.nullable(),
      /** What is wrong, for an alarm. */
      alarm: z.enum(alarmKinds).nullable(),
    }),
    attempts: 5,
    backoffMs: 2000,
  },
  'mail.send': {
    queue: 'background',
    schema: z.object({
      to: z.string(),
      locale: z.enum(locales),
      template: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), mailTimeSchema, mailCodeSchema])),
      calendar: mailCalendarSchema.optional(),
      /** Whose name stands in it, when that is not its reader: it goes when that person's data go. */
      about: idSchema.optional(),
    }),
    // A mail server that is away for half an hour loses nobody's mail.
    attempts: 12,
    backoffMs: 2000,
  },
} as const satisfies Record<string, JobSpec>;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['schema']>;
