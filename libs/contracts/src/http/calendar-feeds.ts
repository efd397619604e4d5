import { z } from 'zod';
import { instantSchema } from './common.js';

/** The secret address of a person's calendar; shown once, since only its hash is kept. */
export const calendarFeedSchema = z.object({ url: z.url(), createdAt: instantSchema });
export type CalendarFeed = z.infer<typeof calendarFeedSchema>;

export const calendarTokenQuerySchema = z.object({ token: z.string().min(1).max(100) });
