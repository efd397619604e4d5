import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Locale } from '#libs/contracts';
import { queryKeys } from '../shared/api/query-keys.js';
import { LanguageProvider, type LoadMessages } from '../shared/i18n/language-provider.js';
import { rememberLocale } from '../shared/i18n/locale.js';
import type { KioskMessages } from '../shared/i18n/messages/kiosk-fi.js';
import { ErrorBoundary } from './error-boundary.js';
import { Routes } from './routes.js';

interface Props {
  client: QueryClient;
  initial: { locale: Locale; messages: KioskMessages };
  loadMessages: LoadMessages;
}

export function App({ client, initial, loadMessages }: Props) {
  const changeLocale = (locale: Locale) => {
    rememberLocale(locale);
    // Names and sentences from the API come in the language they were asked in.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.demoMailbox });
  };
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider initial={initial} loadMessages={loadMessages} onChange={changeLocale}>
        <ErrorBoundary>
          <Routes />
        </ErrorBoundary>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
