import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../shared/api/create-query-client.js';
import { currentLocale } from '../shared/i18n/locale.js';
import { keepOfflineCopy } from '../shared/offline/offline-copy.js';
import { App } from './app.js';
import { loaderOf } from './fetch-ahead.js';
import { registerServiceWorker } from './register-service-worker.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const loadMessages = loaderOf(window.location.pathname);
const client = createQueryClient();
keepOfflineCopy(client);
const locale = currentLocale();
// Not awaited by the module: the pages, which are made of the same parts, would wait as well.
void loadMessages(locale).then((messages) => {
  // In slices: a slow phone answers a touch meanwhile.
  startTransition(() =>
    createRoot(root).render(<App client={client} initial={{ locale, messages }} loadMessages={loadMessages} />),
  );
});
registerServiceWorker();
