import { randomUUID } from 'node:crypto';
import type { Availability, Booking, Me, ProblemDocument } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const hourMs = 3_600_000;
const base = '/api/v1';

let api: RunningApi;
let resident: string;
let other: string;
let staff: string;
let slots: { startsAt: string; endsAt: string }[];

beforeAll(async () => {
  api = await RunningApi.start();
  resident = await api.cookieOf('asukas@digikeskus.example');
  other = await api.cookieOf('toinen@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  slots = await freeHours();
});
afterAll(() => api.remove());

interface Answer<Body> {
  status: number;
  etag: string | null;
  body: Body;
}

async function call<Body = Booking>(
  cookie: string,
  [method, path]: readonly [string, string],
  { body, ...headers }: { body?: unknown; 'if-match'?: string; 'accept-language'?: string } = {},
): Promise<Answer<Body>> {
  const response = await api.fetch(`${base}${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as Body };
}

/** Whole hours in which the podcast room is free, none before the day after tomorrow. */
async function freeHours(): Promise<{ startsAt: string; endsAt: string }[]> {
  const from = new Date(Date.now() + 48 * hourMs);
  const to = new Date(from.getTime() + 14 * 24 * hourMs);
  const path = `/hubs/viitasaari/availability?from=${from.toISOString()}&to=${to.toISOString()}&category=room`;
  const { body } = await call<Availability>(resident, ['GET', path]);
  const free = body.items.find(({ resource }) => resource === 'podcast-room')?.freeSlots ?? [];
  return free.flatMap(({ startsAt, endsAt }) => {
    const start = Date.parse(startsAt);
    return Array.from({ length: Math.floor((Date.parse(endsAt) - start) / hourMs) }, (_, i) => ({
      startsAt: new Date(start + i * hourMs).toISOString(),
      endsAt: new Date(start + (i + 1) * hourMs).toISOString(),
    }));
  });
}

/** An hour that no other test of this file takes. */
function anHour(): { startsAt: string; endsAt: string } {
  const slot = slots.shift();
  if (slot === undefined) throw new Error('no free hour is left');
  return slot;
}

async function aBooking(changes: { hold?: boolean } = {}): Promise<Answer<Booking>> {
  const made = await call(staff, ['POST', '/bookings'], {
    body: { resource: 'podcast-room', ...anHour(), ...changes },
  });
  expect(made.status).toBe(201);
  return made;
}

describe('the version of a booking', () => {
  it('comes as ETag with every answer that is one booking', async () => {
    const made = await aBooking();
    const path = `/bookings/${made.body.id}`;
    const seen = await call(staff, ['GET', path]);
    const moved = await call(staff, ['PATCH', path], { body: anHour() });
    const cancelled = await call(staff, ['POST', `${path}/cancel`]);
    const tags = [made, seen, moved, cancelled].map(({ etag, body }) => [etag, body.version]);
    expect(tags).toEqual([['"1"', 1], ['"1"', 1], ['"2"', 2], ['"3"', 3]]); // prettier-ignore
  });

  it('ties a change to what was read: a stale one is 412 and changes nothing', async () => {
    const { body, etag } = await aBooking();
    const path = `/bookings/${body.id}`;
    const first = await call(staff, ['PATCH', path], { body: anHour(), 'if-match': etag ?? '' });
    expect(first.status).toBe(200);
    for (const change of [['PATCH', path] as const, ['POST', `${path}/cancel`] as const]) {
      const times = change[0] === 'PATCH' ? { body: anHour() } : {};
      const stale = await call<ProblemDocument>(staff, change, { ...times, 'if-match': etag ?? '' });
      expect([stale.status, stale.body.code]).toEqual([412, 'precondition.failed']);
    }
    expect((await call(staff, ['GET', path])).body).toEqual(first.body);
    expect((await call(staff, ['PATCH', path], { body: anHour(), 'if-match': '*' })).status).toBe(200);
  });
});

describe('a hold', () => {
  it('waits ten minutes to be confirmed', async () => {
    const { body } = await aBooking({ hold: true });
    expect(body.status).toBe('held');
    expect(Date.parse(body.expiresAt ?? '') - Date.parse(body.createdAt)).toBe(10 * 60_000);
    const confirmed = await call(staff, ['POST', `/bookings/${body.id}/confirm`]);
    expect([confirmed.status, confirmed.body.status, confirmed.body.expiresAt]).toEqual([200, 'confirmed', null]);
    const again = await call<ProblemDocument>(staff, ['POST', `/bookings/${body.id}/confirm`]);
    expect([again.status, again.body.code]).toEqual([409, 'booking.wrong_state']);
  });
});

describe('a change', () => {
  it.each(['approve', 'decline'])('by %s is for staff', async (action) => {
    const answer = await call<ProblemDocument>(resident, ['POST', `/bookings/${randomUUID()}/${action}`], {
      body: { reason: 'no' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.forbidden']);
  });

  it.each([
    ['PATCH', ''],
    ['POST', '/extend'],
    ['POST', '/confirm'],
    ['POST', '/check-in'],
    ['POST', '/check-out'],
    ['POST', '/cancel'],
  ])('by %s %s of somebody else’s booking is 404', async (method, action) => {
    const { body } = await aBooking();
    const answer = await call<ProblemDocument>(other, [method, `/bookings/${body.id}${action}`], { body: anHour() });
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    expect((await call(staff, ['GET', `/bookings/${body.id}`])).body).toEqual(body);
  });

  it.each(['confirm', 'check-in', 'check-out', 'cancel'])('by %s of an unknown booking is 404', async (action) => {
    const unknown = await call(staff, ['POST', `/bookings/${randomUUID()}/${action}`]);
    const malformed = await call(staff, ['POST', `/bookings/studio/${action}`]);
    expect([unknown.status, malformed.status]).toEqual([404, 400]);
  });

  it.each([
    ['an end before the start', 422, { startsAt: '2027-01-12T12:00:00Z', endsAt: '2027-01-12T11:00:00Z' }],
    ['the past', 422, { startsAt: '2020-01-13T10:00:00Z', endsAt: '2020-01-13T11:00:00Z' }],
    ['the year 9999', 422, { startsAt: '9999-12-31T10:00:00Z', endsAt: '9999-12-31T11:00:00Z' }],
    ['400 days', 422, { startsAt: '2027-01-12T10:00:00Z', endsAt: '2028-02-16T10:00:00Z' }],
    ['no time at all', 400, {}],
    ['a word for a time', 400, { startsAt: 'tomorrow', endsAt: 'later' }],
  ])('to %s is refused and writes nothing', async (_what, status, times) => {
    const { body } = await call(resident, ['POST', '/bookings'], { body: { resource: 'podcast-room', ...anHour() } });
    const path = `/bookings/${body.id}`;
    const answer = await call<ProblemDocument>(resident, ['PATCH', path], { body: times });
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(status === 400 ? 'request.invalid' : 'booking.refused');
    expect((await call(resident, ['GET', path])).body).toEqual(body);
    await call(resident, ['POST', `${path}/cancel`]);
  });

  it('is refused in the reader’s language', async () => {
    const { body } = await aBooking();
    const texts = await Promise.all(
      ['fi', 'sv', 'en'].map(async (language) => {
        const path = `/bookings/${body.id}/check-in`;
        const answer = await call<ProblemDocument>(staff, ['POST', path], { 'accept-language': language });
        expect([answer.status, answer.body.reasons?.[0]?.code]).toEqual([422, 'booking.check_in_too_early']);
        return answer.body.detail;
      }),
    );
    expect(new Set(texts).size).toBe(3);
    expect(texts[0]).toMatch(/^Voit ilmoittautua [\d.]+ klo [\d.]+ alkaen, 15 minuuttia ennen varauksen alkua\.$/);
  });
});

it('a person switches reminders off and on', async () => {
  expect((await call<Me>(other, ['GET', '/me'])).body.reminders).toBe(true);
  await call<Me>(other, ['PATCH', '/me'], { body: { reminders: false } });
  expect((await call<Me>(other, ['GET', '/me'])).body.reminders).toBe(false);
  expect((await call<Me>(other, ['PATCH', '/me'], { body: { reminders: true } })).body.reminders).toBe(true);
});
