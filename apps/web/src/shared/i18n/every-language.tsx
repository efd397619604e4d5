import type { ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import { IntlProvider } from 'react-intl';
import { queryKeys } from '../api/query-keys.js';
import { useLanguage } from './language-provider.js';
import { languageTag, locales } from './locale.js';

/** Says the same in every language at once; one whose texts have not come yet is left out until they have. */
export function EveryLanguage({ className, children }: { className: string; children: ReactNode }) {
  const { loadMessages } = useLanguage();
  const catalogues = useQueries({
    queries: locales.map((locale) => ({
      queryKey: [queryKeys.messages, locale],
      queryFn: () => loadMessages(locale),
      staleTime: Infinity,
      retry: true,
      networkMode: 'always' as const,
    })),
  });
  return (
    <div className={className}>
      {locales.map((locale, index) => {
        const messages = catalogues[index]?.data;
        if (messages === undefined) return null;
        return (
          <div key={locale} lang={locale}>
            <IntlProvider locale={languageTag[locale]} messages={messages}>
              {children}
            </IntlProvider>
          </div>
        );
      })}
    </div>
  );
}
