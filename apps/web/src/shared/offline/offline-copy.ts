import { dehydrate, hydrate, type DehydratedState, type Query, type QueryClient } from '@tanstack/react-query';
import { ApiUnreachable } from '../api/problem.js';
import { queryKeys } from '../api/query-keys.js';

const storageKey = 'digikeskus.offline';
const saveMilliseconds = 1_000;
/** A device that was not used for so long should no longer tell what its owner had booked. */
const longestMilliseconds = 30 * 24 * 3600 * 1000;

const me = [queryKeys.me];
/** What a person needs on the way to the hub: who one is, one's bookings, and the hub's own time. */
const kept = [me, [queryKeys.bookings, 'mine'], [queryKeys.hubs]];
const keptHashes = new Set(kept.map((key) => JSON.stringify(key)));

interface Copy {
  readonly savedAt: number;
  readonly state: DehydratedState;
}

interface Device {
  readonly storage: Storage | null;
  readonly isOnline: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const thisDevice = (): Device => ({ storage: deviceStorage(), isOnline: navigator.onLine, now: Date.now });

/**
 * Keeps the last known bookings of whoever is signed in on the device, and takes up those of last time when the server
 * cannot be asked; while it can, nothing old is shown. The copy goes when the session does: on signing out, on erasing
 * oneself, and when the server says that nobody is signed in.
 */
export function keepOfflineCopy(client: QueryClient, { storage, isOnline, now }: Device = thisDevice()): void {
  if (storage === null) return;
  for (const key of kept) client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
  let copy = readCopy(storage, now());
  const takeUp = () => {
    if (copy !== null) hydrate(client, copy.state);
    copy = null;
  };
  if (!isOnline) takeUp();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    timer = undefined;
    if (client.getQueryData(me)) write(storage, { savedAt: now(), state: dehydrate(client, { shouldDehydrateQuery }) });
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated') return;
    if (query.state.error instanceof ApiUnreachable && query.state.data === undefined) takeUp();
    if (!shouldDehydrateQuery(query)) return;
    if (client.getQueryData(me) !== null) {
      timer ??= setTimeout(save, saveMilliseconds);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    storage.removeItem(storageKey);
  });
}

function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // Forbidden in some private modes and on locked-down screens: then nothing is kept.
    return null;
  }
}

const shouldDehydrateQuery = ({ queryKey, state }: Query) =>
  state.status === 'success' && keptHashes.has(JSON.stringify(queryKey));

function readCopy(storage: Storage, now: number): Copy | null {
  try {
    const copy = JSON.parse(storage.getItem(storageKey) ?? 'null') as Copy | null;
    return copy !== null && now - copy.savedAt < longestMilliseconds ? copy : null;
  } catch {
    // Written by another version of the app, or cut short: the server has it all.
    return null;
  }
}

function write(storage: Storage, copy: Copy): void {
  try {
    storage.setItem(storageKey, JSON.stringify(copy));
  } catch {
    // The device has no room or allows none; nothing is lost but the convenience.
    storage.removeItem(storageKey);
  }
}
