import { z } from 'zod';

export const liveTopics = ['board', 'queue', 'printers', 'bookings', 'devices', 'faults'] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** Says what changed and where, never who; the client fetches the rest through the ordinary API. */
export const liveEventSchema = z.object({
  topic: z.enum(liveTopics),
  hub: z.string(),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;

export const liveQuerySchema = z.object({
  topics: z
    .string()
    .transform((text) => text.split(',').filter((topic) => topic !== ''))
    .pipe(z.array(z.enum(liveTopics)).min(1)),
});
export type LiveQuery = z.infer<typeof liveQuerySchema>;
