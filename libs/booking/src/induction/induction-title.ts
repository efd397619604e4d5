import type { Locale } from '#libs/contracts';

const words: Record<Locale, string> = { fi: 'Perehdytys', sv: 'Introduktion', en: 'Induction' };

/** What an induction session is called among the alternatives. */
export function inductionTitle(kind: string, locale: Locale): string {
  return `${words[locale]}: ${kind}`;
}
