import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLanguage } from './language-provider.js';
import { languageTag } from './locale.js';

/**
 * React Aria's own words in the page's language, such as a dialog's hidden button to close it. Around what has such words,
 * not around the whole app: the first page has none, and would wait for them.
 */
export function AriaLanguage({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  return <I18nProvider locale={languageTag[locale]}>{children}</I18nProvider>;
}
