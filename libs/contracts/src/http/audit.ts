import { z } from 'zod';
import { idOrSlugSchema, idSchema, instantSchema, listOf } from './common.js';

/** What happened to one thing, to all of a kind, or everything that happened in one's hubs. */
export const auditQuerySchema = z
  .object({
    /** As in the entries: `booking`, `print_job`, `account`; alone it means all of that kind. */
    subjectType: z.string().min(1).max(40).optional(),
    subjectId: idSchema.optional(),
    hub: idOrSlugSchema.optional(),
    cursor: idSchema.optional(),
  })
  .refine(({ subjectType, subjectId }) => subjectId === undefined || subjectType !== undefined, {
    path: ['subjectType'],
    error: 'goes with subjectId',
  });
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** `id` is null when nobody did it but time; `name` says so in the reader's language. */
  by: z.object({ id: idSchema.nullable(), name: z.string() }),
  action: z.string(),
  /** The action in the reader's language. */
  text: z.string(),
  subjectType: z.string(),
  subjectId: idSchema,
  /** What it is called in the reader's language; null when it is there no more. */
  subject: z
    .object({
      /** Null when it has none that staff may read without a trace, like a print's file. */
      name: z.string().nullable(),
      /** What its page's address calls it, where that is not its id: a slug, a spool's number. */
      ref: z.string().nullable(),
      /** When a booking, a closure or an induction session begins. */
      startsAt: instantSchema.nullable(),
    })
    .nullable(),
  hub: z.string().nullable(),
  sessionId: idSchema.nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;
export const auditListSchema = listOf(auditEntrySchema);
