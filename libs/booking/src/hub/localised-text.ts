import { defaultLocale, type Locale } from '#libs/contracts';

/** A name or description in the hub's languages, as staff wrote it. */
export type LocalisedText = Partial<Record<Locale, string>>;

/** @returns the text in the reader's language, else in Finnish, else in whichever language there is */
export function localise(text: LocalisedText, locale: Locale): string {
  return text[locale] ?? text[defaultLocale] ?? Object.values(text)[0] ?? '';
}
