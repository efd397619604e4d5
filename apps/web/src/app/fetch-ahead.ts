import type { QueryClient } from '@tanstack/react-query';
import { hubQuery } from '../shared/api/use-hub.js';
import { hubsQuery } from '../shared/api/use-hubs.js';
import { meQuery } from '../shared/api/use-me.js';
import { resourcesQuery } from '../shared/api/use-resources.js';
import { parts } from './parts.js';

/**
 * Asks at once for what an address will need: on a slow network everything that waits for something else costs a round
 * trip. What fails here is asked for again by the page that needs it, which also tells.
 */
export function fetchAhead(address: string, client: QueryClient): void {
  const [first = '', second, target] = address.split('/').slice(1);
  if (first === 'kiosk') return quietly(second === 'pair' ? parts.pairing() : parts.kiosk());
  quietly(import('./site.js'));
  void client.prefetchQuery(meQuery);
  if (first === 'staff') return quietly(parts.staff());
  quietly(parts.resident());
  void client.prefetchQuery(hubsQuery);
  if (second !== 'book' || target === undefined) return;
  quietly(import('../features/resident/booking/booking-page.js'));
  quietly(import('../features/resident/booking/time-picker.js'));
  void client.prefetchQuery(hubQuery(first));
  void client.prefetchQuery(resourcesQuery(first));
}

function quietly(part: Promise<unknown>): void {
  part.catch(() => undefined);
}
