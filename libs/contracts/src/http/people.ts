import { z } from 'zod';

/** What somebody may be in a hub besides a resident. */
export const hubRoleSchema = z.enum(['staff', 'admin']);
export type HubRole = z.infer<typeof hubRoleSchema>;
