import { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { Locale } from '#libs/contracts';
import { createQueryClient } from '../shared/api/create-query-client.js';
import { queryKeys } from '../shared/api/query-keys.js';
import { LanguageProvider } from '../shared/i18n/language-provider.js';
import { rememberLocale } from '../shared/i18n/locale.js';
import type { Messages } from '../shared/i18n/messages/fi.js';
import { keepOfflineCopy } from '../shared/offline/offline-copy.js';
import { ErrorBoundary } from './error-boundary.js';
import { Routes } from './routes.js';

interface Props {
  initial: { locale: Locale; messages: Messages };
}

export function App({ initial }: Props) {
  const [client] = useState(() => {
    const made = createQueryClient();
    keepOfflineCopy(made);
    return made;
  });
  const changeLocale = (locale: Locale) => {
    rememberLocale(locale);
    // Names and sentences from the API come in the language they were asked in.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.demoMailbox });
  };
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider initial={initial} onChange={changeLocale}>
        <ErrorBoundary>
          <Routes />
        </ErrorBoundary>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
