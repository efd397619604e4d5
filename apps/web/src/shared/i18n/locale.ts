import type { Locale } from '#libs/contracts';

export const locales = ['fi', 'sv', 'en'] as const satisfies readonly Locale[];

/** The regional form that decides how dates and times are written. */
export const languageTag: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const storageKey = 'digikeskus.locale';

export function isLocale(text: string | null): text is Locale {
  return locales.some((locale) => locale === text);
}

/**
 * The language to start in: the one chosen here before, else Finnish for everybody whose browser knows it,
 * else the browser's first language that we speak, else Finnish.
 */
export function initialLocale(saved: string | null, browserLanguages: readonly string[]): Locale {
  if (isLocale(saved)) return saved;
  const spoken = browserLanguages.map((language) => language.slice(0, 2).toLowerCase()).filter(isLocale);
  return spoken.includes('fi') ? 'fi' : (spoken[0] ?? 'fi');
}

let current: Locale = initialLocale(readSaved(), typeof navigator === 'undefined' ? [] : navigator.languages);

/** The language requests ask their texts in. */
export function currentLocale(): Locale {
  return current;
}

export function rememberLocale(locale: Locale): void {
  current = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Storage may be forbidden (private mode, a locked-down kiosk): the choice then lasts for this visit.
  }
}

function readSaved(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
