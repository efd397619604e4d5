import type { EnteredText, Locale } from '#libs/contracts';

/** A text as its reader will see it: in the language, else in Finnish, else in whichever there is. */
export function inLanguage(text: EnteredText, locale: Locale): string {
  return text[locale] ?? text.fi ?? text.sv ?? text.en ?? '';
}
