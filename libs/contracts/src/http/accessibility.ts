import { z } from 'zod';

/** Whom to tell about what one cannot use: what the accessibility statement cannot know by itself. */
export const accessibilitySchema = z.object({
  /** Null until whoever runs the service has named an address. */
  feedbackEmail: z.string().nullable(),
});
export type Accessibility = z.infer<typeof accessibilitySchema>;
