import type { EnteredText, Locale } from '#libs/contracts';
import { locales } from '../../../shared/i18n/locale.js';

/** A text while it is typed, with a field for each language. */
export type TextDraft = Readonly<Record<Locale, string>>;

export function textDraftOf(text: EnteredText): TextDraft {
  return { fi: text.fi ?? '', sv: text.sv ?? '', en: text.en ?? '' };
}

/** Languages in which nothing is typed are left out, and read in another one. */
export function textOfDraft(draft: TextDraft): EnteredText {
  return Object.fromEntries(locales.map((locale) => [locale, draft[locale].trim()]).filter(([, text]) => text !== ''));
}
