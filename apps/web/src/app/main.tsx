import { createRoot } from 'react-dom/client';
import '../shared/tokens/tokens.css';
import '../shared/tokens/base.css';
import { loadMessages } from '../shared/i18n/catalogue.js';
import { currentLocale } from '../shared/i18n/locale.js';
import { App } from './app.js';
import { registerServiceWorker } from './register-service-worker.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const locale = currentLocale();
const messages = await loadMessages(locale);
createRoot(root).render(<App initial={{ locale, messages }} />);
registerServiceWorker();
