import ICAL from 'ical.js';
import { Database } from '#libs/platform';
import type { Availability, Booking, CalendarFeed } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const hourMs = 3_600_000;

let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  api = await RunningApi.start();
  cookie = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

const send = (method: string, path: string, body?: unknown) =>
  api.fetch(`/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

async function newFeed(): Promise<CalendarFeed> {
  const response = await send('POST', '/me/calendar-feed');
  expect(response.status).toBe(201);
  return (await response.json()) as CalendarFeed;
}

/** The same address, reached where the test's server listens. */
const read = (feed: CalendarFeed, headers: Record<string, string> = {}) => {
  const { pathname, search } = new URL(feed.url);
  return api.fetch(pathname + search, { headers });
};

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

/** A free hour of the week that begins tomorrow, whatever day the test is run on. */
async function freeHour(resource: string): Promise<{ startsAt: string; endsAt: string }> {
  const from = Date.now() + 24 * hourMs;
  const range = `from=${new Date(from).toISOString()}&to=${new Date(from + 10 * 24 * hourMs).toISOString()}`;
  const { items } = (await (await send('GET', `/hubs/viitasaari/availability?${range}`)).json()) as Availability;
  const slots = items.find((item) => item.resource === resource)?.freeSlots ?? [];
  const slot = slots.find(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) >= hourMs);
  if (slot === undefined) throw new Error(`${resource} has no free hour`);
  return { startsAt: slot.startsAt, endsAt: new Date(Date.parse(slot.startsAt) + hourMs).toISOString() };
}

async function aBooking(): Promise<Booking> {
  const response = await send('POST', '/bookings', { resource: 'podcast-room', ...(await freeHour('podcast-room')) });
  expect(response.status).toBe(201);
  return (await response.json()) as Booking;
}

describe('a person’s calendar', () => {
  let booking: Booking;
  beforeAll(async () => {
    booking = await aBooking();
  });
  afterAll(() => send('POST', `/bookings/${booking.id}/cancel`));

  it('shows the own bookings to whoever knows the address, and nothing of other people', async () => {
    const response = await read(await newFeed());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = eventsOf(await response.text());
    expect(events.map((event) => [event.uid, event.summary])).toEqual([[`${booking.id}@digikeskus`, 'Podcast-huone']]);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe(booking.startsAt);
  });

  it('answers 304 while nothing has changed, and anew after a change', async () => {
    const feed = await newFeed();
    const etag = (await read(feed)).headers.get('etag') ?? '';
    const again = await read(feed, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await send('POST', `/bookings/${booking.id}/cancel`);
    const changed = await read(feed, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(eventsOf(await changed.text())).toEqual([]);
    booking = await aBooking();
  });

  it('is closed by a new address, and by being revoked', async () => {
    const first = await newFeed();
    const second = await newFeed();
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await send('DELETE', '/me/calendar-feed')).status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await send('DELETE', '/me/calendar-feed')).status).toBe(204);
  });

  it('leaves one address when several are asked for at once', async () => {
    const feeds = await Promise.all(Array.from({ length: 8 }, newFeed));
    const statuses = await Promise.all(feeds.map(async (feed) => (await read(feed)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('keeps no token that somebody could use', async () => {
    const token = new URL((await newFeed()).url).searchParams.get('token') ?? '';
    const rows = await api.get(Database).query<{ row: string }>(`SELECT f::text AS row FROM calendar_feed f`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(Buffer.from(token).toString('hex'));
    }
  });

  it.each(['', '?token=', '?token=wrong', `?token=${'x'.repeat(101)}`])('is not there under %j', async (search) => {
    const { status } = await api.fetch(`/api/v1/bookings/calendar.ics${search}`);
    expect(status).toBe(search === '?token=wrong' ? 404 : 400);
  });

  it('needs a session to get its address', async () => {
    expect((await api.fetch('/api/v1/me/calendar-feed', { method: 'POST' })).status).toBe(401);
  });
});

describe('a resource’s calendar', () => {
  it('shows when it is taken, without a name or a purpose', async () => {
    const time = await freeHour('studio');
    const body = { resource: 'studio', ...time, purpose: 'Salaisuus' };
    const { id } = (await (await send('POST', '/bookings', body)).json()) as Booking;
    const response = await api.fetch('/api/v1/hubs/viitasaari/resources/camera-kit/calendar.ics', {
      headers: { 'accept-language': 'sv' },
    });
    const text = await response.text();
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const events = eventsOf(text).map((event) => [event.summary, event.startDate.toJSDate().toISOString()]);
    expect(events).toEqual([['Upptaget', new Date(time.startsAt).toISOString()]]);
    for (const secret of ['Salaisuus', 'asukas', id]) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    await send('POST', `/bookings/${id}/cancel`);
  });

  it('is 404 when there is no such hub or resource', async () => {
    const paths = ['nowhere/resources/studio', 'viitasaari/resources/nothing'];
    const responses = await Promise.all(paths.map((path) => api.fetch(`/api/v1/hubs/${path}/calendar.ics`)));
    expect(responses.map(({ status }) => status)).toEqual([404, 404]);
  });
});
