import { QueryClient } from '@tanstack/react-query';
import { ApiUnreachable } from '../api/problem.js';
import { queryKeys } from '../api/query-keys.js';
import { keepOfflineCopy } from './offline-copy.js';

const person = { id: '1', roles: [] };
const bookings = { items: [{ id: '2' }] };
const day = 24 * 3600 * 1000;

class Shelf implements Storage {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  clear = () => this.kept.clear();
  getItem = (key: string) => this.kept.get(key) ?? null;
  key = (index: number) => [...this.kept.keys()][index] ?? null;
  removeItem = (key: string) => void this.kept.delete(key);
  setItem = (key: string, value: string) => void this.kept.set(key, value);
}

let clients: QueryClient[];

function open(shelf: Storage, { at = 0, isOnline = false } = {}): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  clients.push(client);
  keepOfflineCopy(client, { storage: shelf, isOnline, now: () => at });
  return client;
}

function visit(shelf: Storage): QueryClient {
  const client = open(shelf);
  client.setQueryData([queryKeys.me], person);
  client.setQueryData([queryKeys.bookings, 'mine'], bookings);
  client.setQueryData([queryKeys.people, 'x'], { notes: 'of somebody else' });
  jest.advanceTimersByTime(2_000);
  return client;
}

describe('the copy for when there is no connection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    clients = [];
  });
  afterEach(() => {
    for (const client of clients) client.clear();
    jest.useRealTimers();
  });

  it('brings back one’s bookings at the next visit', () => {
    const shelf = new Shelf();
    visit(shelf);
    const client = open(shelf, { at: day });
    expect(client.getQueryData([queryKeys.me])).toEqual(person);
    expect(client.getQueryData([queryKeys.bookings, 'mine'])).toEqual(bookings);
  });

  it('shows nothing old while the server answers, and comes when it does not', async () => {
    const shelf = new Shelf();
    visit(shelf);
    const client = open(shelf, { isOnline: true });
    expect(client.getQueryData([queryKeys.me])).toBeUndefined();
    const queryFn = () => Promise.reject(new ApiUnreachable('no answer'));
    await client.prefetchQuery({ queryKey: [queryKeys.me], queryFn });
    expect(client.getQueryData([queryKeys.me])).toEqual(person);
    expect(client.getQueryData([queryKeys.bookings, 'mine'])).toEqual(bookings);
  });

  it('holds nothing of other people', () => {
    const shelf = new Shelf();
    visit(shelf);
    expect([...shelf.kept.values()].join('')).not.toContain('somebody else');
  });

  it('goes when its owner signs out, at once, and does not come back', () => {
    const shelf = new Shelf();
    const client = visit(shelf);
    client.setQueryData([queryKeys.me], null);
    expect(shelf.length).toBe(0);
    client.setQueryData([queryKeys.hubs], { items: [] });
    jest.advanceTimersByTime(2_000);
    expect(shelf.length).toBe(0);
  });

  it('is not made for a visitor without an account', () => {
    const shelf = new Shelf();
    const client = open(shelf);
    client.setQueryData([queryKeys.me], null);
    client.setQueryData([queryKeys.hubs], { items: [] });
    jest.advanceTimersByTime(2_000);
    expect(shelf.length).toBe(0);
  });

  it('is not believed after a month, nor when it is broken', () => {
    const shelf = new Shelf();
    visit(shelf);
    expect(open(shelf, { at: 31 * day }).getQueryData([queryKeys.me])).toBeUndefined();
    shelf.setItem('digikeskus.offline', '{"savedAt":');
    expect(open(shelf).getQueryData([queryKeys.me])).toBeUndefined();
  });
});
