import { useEffect } from 'react';
import type { Locale } from '#libs/contracts';
import { useLanguage } from '../../shared/i18n/language-provider.js';
import { locales } from '../../shared/i18n/locale.js';

const rotateMilliseconds = 20_000;

/** Finnish, Swedish, English in turn; a touch chooses one, and the turn goes on from there. */
export function useRotatingLanguage() {
  const language = useLanguage();
  const { locale, setLocale } = language;
  useEffect(() => {
    const timer = window.setTimeout(() => setLocale(after(locale)), rotateMilliseconds);
    return () => window.clearTimeout(timer);
  }, [locale, setLocale]);
  return language;
}

function after(locale: Locale): Locale {
  return locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'fi';
}
