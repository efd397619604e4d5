import { z } from 'zod';

/**
 * An instant in ISO 8601; any offset that some clock on earth has is accepted, answers are always UTC
 * (`2026-12-01T10:00:00Z`). PostgreSQL knows no offset beyond 16 hours and no year 0.
 */
export const instantSchema = z.iso.datetime({ offset: true }).regex(/^[1-9].*(Z|[+-](0\d|1[0-4]):\d\d)$/);

/** Names a hub, resource, pool, printer or bridge in addresses and topics: `vr-headset`, `printer-1`. */
export const slugSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const idSchema = z.uuid();

/** Hubs and resources are named by id or slug, whichever the caller has. */
export const idOrSlugSchema = z.union([idSchema, slugSchema]);

/**
 * The envelope of every list.
 * @param item schema of one row
 */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const timeRangeSchema = z.object({ startsAt: instantSchema, endsAt: instantSchema });
export type TimeRange = z.infer<typeof timeRangeSchema>;
