import { useCallback } from 'react';
import type { EnteredText } from '#libs/contracts';
import { useLanguage } from '../../../shared/i18n/language-provider.js';
import { inLanguage } from './in-language.js';

/** Reads texts in the language of the page. */
export function useInLanguage(): (text: EnteredText) => string {
  const { locale } = useLanguage();
  return useCallback((text) => inLanguage(text, locale), [locale]);
}
