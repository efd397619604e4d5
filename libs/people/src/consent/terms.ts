import type { Locale, Terms } from '#libs/contracts';
import { termsEn } from './terms-en.js';
import { termsFi } from './terms-fi.js';
import { termsSv } from './terms-sv.js';

/** Changed together with the meaning of a text, never for a mended sentence: everybody is shown the new version. */
export const currentTermsVersion = '2026-11';

export type TermsTexts = Pick<Terms, 'terms' | 'privacy'>;

export const termsTexts: Record<Locale, TermsTexts> = { fi: termsFi, sv: termsSv, en: termsEn };
