import { z } from 'zod';
import { instantSchema } from './common.js';
import { locales } from '../locale.js';

const textSchema = z.object({
  title: z.string(),
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
});

/** What whoever signs in agrees to, in the language asked for. */
export const termsSchema = z.object({
  version: z.string(),
  locale: z.enum(locales),
  terms: textSchema,
  privacy: textSchema,
});
export type Terms = z.infer<typeof termsSchema>;

/** What somebody has agreed to, newest first. */
export const myConsentsSchema = z.object({
  currentVersion: z.string(),
  isCurrent: z.boolean(),
  items: z.array(z.object({ version: z.string(), locale: z.enum(locales), agreedAt: instantSchema })),
});
export type MyConsents = z.infer<typeof myConsentsSchema>;

export const agreeSchema = z.object({ version: z.string().min(1).max(40) });
export type Agree = z.infer<typeof agreeSchema>;
