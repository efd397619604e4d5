import { api } from '../shared/api/client.js';
import { paths } from '../shared/api/paths.js';
import { loadKioskMessages, loadMessages } from '../shared/i18n/catalogue.js';
import type { LoadMessages } from '../shared/i18n/language-provider.js';
import { currentLocale } from '../shared/i18n/locale.js';
import { parts } from './parts.js';

/**
 * Asks at once for what an address will need: on a slow network everything that waits for something else costs a round
 * trip. What fails here is asked for again by the page that needs it, which also tells.
 */
export function fetchAhead(address: string): void {
  const [first = '', second, target] = address.split('/').slice(1);
  quietly(loaderOf(address)(currentLocale()));
  if (first === 'kiosk') return onTheWall(second);
  quietly(import('./site.js'));
  api.ahead(paths.me);
  if (first === 'staff') return quietly(parts.staff());
  quietly(parts.resident());
  api.ahead(paths.hubs);
  if (second !== 'book' || target === undefined) return;
  quietly(parts.booking());
  api.ahead(paths.hub(first));
  api.ahead(paths.resources(first));
}

/** The screen on the wall has texts of its own. */
export function loaderOf(address: string): LoadMessages {
  return address.startsWith('/kiosk/') ? loadKioskMessages : loadMessages;
}

function onTheWall(page: string | undefined): void {
  if (page === undefined || page === 'pair') return quietly(parts.pairing());
  quietly(parts.kiosk());
  api.ahead(paths.board(page));
}

function quietly(part: Promise<unknown>): void {
  part.catch(() => undefined);
}
