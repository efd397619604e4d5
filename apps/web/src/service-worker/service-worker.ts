/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const FILES_OF_THE_APP: PrecacheEntry[];

const laterFiles = 'fetched-later';
/** A page that does not come within this is opened from what is here, as with no connection at all. */
const pageMilliseconds = 4_000;
/** What the server draws itself, or answers for programs. */
const notOfTheApp = [/^\/api\//, /^\/health\//, /^\/metrics$/, /^\/staff\/queues/];

// The files of the app alone are kept here. What people have booked is kept by the page, which knows who is signed in.
precacheAndRoute(FILES_OF_THE_APP);
cleanupOutdatedCaches();

// The server's page comes first, so that a new version is there as soon as it is published.
async function openPage({ request }: { request: Request }): Promise<Response> {
  const kept = () => matchPrecache('/index.html');
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(pageMilliseconds) });
    return page.status < 500 ? page : ((await kept()) ?? page);
  } catch (error) {
    const page = await kept();
    if (page === undefined) throw error;
    return page;
  }
}
registerRoute(new NavigationRoute(openPage, { denylist: notOfTheApp }));

// Their names change with their content, so what is here is right.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: laterFiles }),
);

// A new version has other files; the app's own are looked after above.
self.addEventListener('activate', (event) =>
  event.waitUntil(caches.delete(laterFiles).then(() => self.clients.claim())),
);
