import { useEffect } from 'react';
import type { Locale } from '#libs/contracts';
import { useLanguage } from '../../shared/i18n/language-provider.js';
import { locales } from '../../shared/i18n/locale.js';

const rotateMilliseconds = 20_000;

/**
 * Finnish, Swedish, English in turn; a touch chooses one, and the turn goes on from there.
 * @param isPaused while somebody reads who has chosen
 */
export function useRotatingLanguage(isPaused: boolean) {
  const language = useLanguage();
  const { locale, setLocale } = language;
  useEffect(() => {
    if (isPaused) return;
    const timer = window.setTimeout(() => setLocale(after(locale)), rotateMilliseconds);
    return () => window.clearTimeout(timer);
  }, [locale, setLocale, isPaused]);
  return language;
}

function after(locale: Locale): Locale {
  return locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'fi';
}
