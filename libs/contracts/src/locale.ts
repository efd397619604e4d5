/** Languages the product speaks, the first one is the default (Finnish first). */
export const locales = ['fi', 'sv', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'fi';

/** The regional form that decides how dates and times are written: a Swedish-speaking Finn reads 13.1., not 01-13. */
export const languageTag = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Locale, string>;
