import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/tokens/tokens.css';
import '../shared/tokens/base.css';
import { createQueryClient } from '../shared/api/create-query-client.js';
import { loadKioskMessages, loadMessages } from '../shared/i18n/catalogue.js';
import { currentLocale } from '../shared/i18n/locale.js';
import { keepOfflineCopy } from '../shared/offline/offline-copy.js';
import { App } from './app.js';
import { fetchAhead } from './fetch-ahead.js';
import { registerServiceWorker } from './register-service-worker.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const { pathname } = window.location;
const load = pathname.startsWith('/kiosk/') ? loadKioskMessages : loadMessages;
const client = createQueryClient();
keepOfflineCopy(client);
fetchAhead(pathname, client);
const locale = currentLocale();
const messages = await load(locale);
// In slices: a slow phone answers a touch meanwhile.
startTransition(() =>
  createRoot(root).render(<App client={client} initial={{ locale, messages }} loadMessages={load} />),
);
registerServiceWorker();
