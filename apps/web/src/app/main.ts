import '../shared/tokens/tokens.css';
import '../shared/tokens/base.css';
import { currentLocale, languageTag } from '../shared/i18n/locale.js';
import { fetchAhead } from './fetch-ahead.js';

// Little enough to be here and run long before the app itself, whose way is then not waited for in vain.
fetchAhead(window.location.pathname);
void import('react-dom/client').then(() => import('./start.js'));
// The first date that a browser writes makes it read its tables of languages: now, while the rest is on its way.
Intl.DateTimeFormat.supportedLocalesOf(languageTag[currentLocale()]);
