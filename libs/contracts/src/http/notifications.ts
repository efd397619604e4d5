import { z } from 'zod';
import { listOf } from './common.js';

/** What staff can be told by mail, the most urgent first. */
export const staffTopics = ['too_hot', 'alarm', 'print_failed', 'fault', 'print_review', 'booking_approval'] as const;
export type StaffTopic = (typeof staffTopics)[number];

/** What somebody wants to be told of a hub he or she works in. */
export const staffNotificationsSchema = z.object({
  /** Slug. */
  hub: z.string(),
  hubName: z.string(),
  topics: z.array(z.enum(staffTopics)),
});
export type StaffNotifications = z.infer<typeof staffNotificationsSchema>;

export const staffNotificationsListSchema = listOf(staffNotificationsSchema);

/** Everything that is wanted; nothing when it is empty. */
export const chooseNotificationsSchema = z.object({ topics: z.array(z.enum(staffTopics)).max(staffTopics.length) });
export type ChooseNotifications = z.infer<typeof chooseNotificationsSchema>;
