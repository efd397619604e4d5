import { randomUUID } from 'node:crypto';
import { aPhotograph } from './a-photograph.js';
import { printingRoutes } from './printing-routes.js';
import type { Route } from './route.js';
import type { Things } from './route-walk.js';

const day = (days: number, hour: number) =>
  `${new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10)}T${hour}:00:00Z`;
const aTime = { startsAt: day(3, 10), endsAt: day(3, 11) };
const aBooking = { resource: 'studio', ...aTime };
const aClosure = { from: day(700, 10), to: day(700, 11), reason: 'cleaning' };
const aSeries = {
  resource: 'studio',
  rrule: 'FREQ=WEEKLY;COUNT=2',
  startsAt: day(5, 10).slice(0, 16),
  durationMinutes: 60,
};
const aNewThing = { slug: 'new-thing', name: { fi: 'Uusi' }, category: 'room' };
const aReason = { reason: 'testing' };

const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' };
const aCreatedCredential = { ...credential, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } };
const aShownCredential = {
  ...credential,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};

/** Of somebody new every time: an address is guessed at for so long. */
const aWrongCode = () => ({ email: `${randomUUID()}@digikeskus.example`, code: '000000' });

/** Every route of the API. Whoever adds one says here who may use it. */
export const routes: Record<string, Route> = {
  'GET /health/live': { may: 'anyone' },
  'GET /health/ready': { may: 'anyone' },
  'GET /metrics': { may: 'anyone' },
  'GET /.well-known/security.txt': { may: 'anyone' },

  'POST /api/v1/auth/codes': { may: 'anyone', body: { email: 'walk@digikeskus.example' } },
  'POST /api/v1/auth/sessions': {
    may: 'anyone with the code',
    body: aWrongCode,
  },
  'GET /api/v1/auth/methods': { may: 'anyone' },
  'GET /api/v1/auth/oidc/start': { may: 'anyone with its secret' },
  'GET /api/v1/auth/oidc/callback': { may: 'anyone with its secret' },
  'DELETE /api/v1/auth/sessions/current': { may: 'signing in', endsSession: true },
  'POST /api/v1/auth/second-factor/passkey/options': { may: 'signing in' },
  'POST /api/v1/auth/second-factor/passkey': { may: 'signing in', body: { credential: aShownCredential } },
  'POST /api/v1/auth/second-factor/totp': { may: 'signing in', body: { code: '000000' } },
  'POST /api/v1/auth/second-factor/recovery': { may: 'signing in', body: { code: '00000-00000' } },
  'GET /api/v1/demo/mailbox': { may: 'anyone', query: 'to=walk@digikeskus.example' },

  'GET /api/v1/me': { may: 'signing in' },
  'PATCH /api/v1/me': { may: 'signed in', body: { locale: 'fi' } },
  'GET /api/v1/me/export': { may: 'signed in' },
  'DELETE /api/v1/me': { may: 'signed in', endsAccount: true },
  'GET /api/v1/me/reads': { may: 'signed in' },
  'GET /api/v1/me/sessions': { may: 'signed in' },
  'DELETE /api/v1/me/sessions': { may: 'signed in' },
  'DELETE /api/v1/me/sessions/{id}': { may: 'its owner', id: 'signIn' },
  'GET /api/v1/consents/current': { may: 'anyone' },
  'GET /api/v1/accessibility': { may: 'anyone' },
  'GET /api/v1/me/consents': { may: 'signed in' },
  'POST /api/v1/me/consents': { may: 'signed in', body: { version: '2026-11' } },
  'GET /api/v1/me/second-factors': { may: 'signed in' },
  'POST /api/v1/me/second-factors/passkeys/options': { may: 'signed in' },
  'POST /api/v1/me/second-factors/passkeys': {
    may: 'signed in',
    body: { name: 'Key', credential: aCreatedCredential },
  },
  'PATCH /api/v1/me/second-factors/passkeys/{id}': { may: 'its owner', id: 'passkey', body: { name: 'Key' } },
  'DELETE /api/v1/me/second-factors/passkeys/{id}': { may: 'its owner', id: 'passkey' },
  'POST /api/v1/me/second-factors/totp/confirm': { may: 'signed in', body: { code: '000000' } },
  'POST /api/v1/me/second-factors/totp': { may: 'signed in' },
  'DELETE /api/v1/me/second-factors/totp': { may: 'signed in' },
  'POST /api/v1/me/second-factors/recovery-codes': { may: 'signed in' },
  'POST /api/v1/me/calendar-feed': { may: 'signed in' },
  'DELETE /api/v1/me/calendar-feed': { may: 'signed in' },

  'GET /api/v1/hubs': { may: 'anyone' },
  'GET /api/v1/hubs/{hub}': { may: 'anyone' },
  'POST /api/v1/hubs': { may: 'system', body: { slug: 'new', name: 'New', address: '' } },
  'PATCH /api/v1/hubs/{hub}': { may: 'admin of the hub', body: { country: 'FI' } },
  'POST /api/v1/hubs/{hub}/pools': { may: 'admin of the hub', body: aNewThing },
  'PATCH /api/v1/hubs/{hub}/pools/{pool}': { may: 'admin of the hub', body: {} },
  'DELETE /api/v1/hubs/{hub}/pools/{pool}': { may: 'admin of the hub' },
  'POST /api/v1/hubs/{hub}/resources': { may: 'admin of the hub', body: aNewThing },
  'PATCH /api/v1/hubs/{hub}/resources/{resource}': { may: 'admin of the hub', body: {} },
  'GET /api/v1/hubs/{hub}/resources/{resource}/picture': { may: 'anyone' },
  'PUT /api/v1/hubs/{hub}/resources/{resource}/picture': {
    may: 'admin of the hub',
    body: new Blob([aPhotograph], { type: 'image/jpeg' }),
  },
  'DELETE /api/v1/hubs/{hub}/resources/{resource}/picture': { may: 'admin of the hub' },
  'GET /api/v1/hubs/{hub}/setup': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/resources/{resource}/bookings': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/resources': { may: 'anyone' },
  'GET /api/v1/hubs/{hub}/availability': { may: 'anyone', query: `from=${day(3, 10)}&to=${day(3, 12)}` },
  'GET /api/v1/hubs/{hub}/board': { may: 'anyone' },
  'GET /api/v1/hubs/{hub}/queue': { may: 'anyone' },
  'GET /api/v1/hubs/{hub}/printers': { may: 'anyone' },
  'GET /api/v1/hubs/{hub}/resources/{resource}/calendar.ics': { may: 'anyone' },
  'GET /api/v1/live': { may: 'anyone', query: 'topics=board' },

  'GET /api/v1/hubs/{hub}/policies': { may: 'staff of the hub' },
  'PUT /api/v1/hubs/{hub}/policies/{scope}/{id}': { may: 'admin of the hub', body: { holdMinutes: 10 } },
  'PATCH /api/v1/hubs/{hub}/policies/{scope}/{id}': { may: 'admin of the hub', body: { holdMinutes: 10 } },
  'POST /api/v1/hubs/{hub}/policies/{scope}/{id}/preview': { may: 'admin of the hub', body: { holdMinutes: 10 } },
  'GET /api/v1/hubs/{hub}/opening': { may: 'anyone' },
  'POST /api/v1/hubs/{hub}/opening/preview': { may: 'admin of the hub', body: { seasons: [] } },
  'PUT /api/v1/hubs/{hub}/opening/week': { may: 'admin of the hub', body: {} },
  'PUT /api/v1/hubs/{hub}/opening/seasons': { may: 'admin of the hub', body: { seasons: [] } },
  'PUT /api/v1/hubs/{hub}/opening/exceptions/{date}': { may: 'admin of the hub', body: { hours: [] } },
  'DELETE /api/v1/hubs/{hub}/opening/exceptions/{date}': { may: 'admin of the hub' },

  'GET /api/v1/hubs/{hub}/closures': { may: 'anyone' },
  'POST /api/v1/hubs/{hub}/closures/preview': { may: 'staff of the hub', body: aClosure },
  'POST /api/v1/hubs/{hub}/closures': { may: 'staff of the hub', body: aClosure },
  'DELETE /api/v1/hubs/{hub}/closures/{id}': { may: 'staff of the hub', id: 'closure' },
  'POST /api/v1/hubs/{hub}/resources/{resource}/out-of-order/preview': { may: 'staff of the hub', body: aReason },
  'POST /api/v1/hubs/{hub}/resources/{resource}/out-of-order': { may: 'staff of the hub', body: aReason },
  'POST /api/v1/hubs/{hub}/resources/{resource}/in-order': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/resources/{resource}/use-now': { may: 'signed in' },
  'POST /api/v1/hubs/{hub}/resources/{resource}/use-now': { may: 'signed in' },
  'POST /api/v1/hubs/{hub}/kiosk/check-in': { may: 'a device', body: { code: '000000' } },
  'POST /api/v1/hubs/{hub}/resources/{resource}/faults': { may: 'signed in', body: { text: 'rikki' } },
  'GET /api/v1/hubs/{hub}/faults': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/faults/{id}/close': { may: 'staff of the hub', id: 'fault', body: { done: 'korjattu' } },

  'GET /api/v1/inductions': { may: 'signed in' },
  'GET /api/v1/hubs/{hub}/inductions': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/inductions': {
    may: 'staff of the hub',
    body: { person: 'asukas@digikeskus.example', kind: 'laser' },
  },
  'DELETE /api/v1/hubs/{hub}/inductions/{id}': { may: 'staff of the hub', id: 'induction' },
  'GET /api/v1/hubs/{hub}/print-approval': { may: 'staff of the hub' },
  'PUT /api/v1/hubs/{hub}/print-approval': {
    may: 'admin of the hub',
    body: { isEnabled: false, maxMinutes: 60, maxGrams: 50, minDonePrints: 1, induction: null },
  },
  'GET /api/v1/hubs/{hub}/induction-kinds': { may: 'staff of the hub' },
  'PUT /api/v1/hubs/{hub}/induction-kinds/{kind}': { may: 'admin of the hub', body: { lapsesAfterDays: 365 } },
  'GET /api/v1/hubs/{hub}/induction-sessions': { may: 'anyone' },
  'POST /api/v1/hubs/{hub}/induction-sessions': {
    may: 'staff of the hub',
    body: { kind: 'laser', seats: 5, ...aTime },
  },
  'POST /api/v1/induction-sessions/{id}/seat': { may: 'signed in', id: 'session' },
  'DELETE /api/v1/induction-sessions/{id}/seat': { may: 'its owner', id: 'session' },
  'GET /api/v1/induction-sessions/{id}/seats': { may: 'staff of the hub', id: 'session' },
  'POST /api/v1/induction-sessions/{id}/attendance': {
    may: 'staff of the hub',
    id: 'session',
    body: { people: ['019a0000-0000-7000-8000-000000000001'] },
  },
  'GET /api/v1/people': { may: 'any staff', query: 'q=mark' },
  'GET /api/v1/people/{id}': { may: 'staff of its hub', id: 'person' },
  'POST /api/v1/people/{id}/blocks': {
    may: 'staff of the hub',
    id: 'member',
    body: { hub: 'viitasaari', ...aReason },
  },
  'DELETE /api/v1/people/{id}/blocks/{block}': { may: 'staff of its hub', id: 'member' },
  'POST /api/v1/people/{id}/notes': {
    may: 'staff of the hub',
    id: 'member',
    body: { hub: 'viitasaari', text: 'friendly' },
  },
  'PATCH /api/v1/people/{id}/notes/{note}': { may: 'its author', id: 'member', body: { text: 'friendly' } },
  'DELETE /api/v1/people/{id}/notes/{note}': { may: 'staff of its hub', id: 'member' },
  'PUT /api/v1/people/{id}/age': { may: 'staff of its hub', id: 'person', body: { birthDate: null } },
  'GET /api/v1/hubs/{hub}/missing-consents': { may: 'staff of the hub' },
  'POST /api/v1/people/{id}/guardian-consent': {
    may: 'staff of the hub',
    id: 'member',
    body: () => ({ hub: 'viitasaari', guardianEmail: `${randomUUID()}@digikeskus.example` }),
  },
  'DELETE /api/v1/people/{id}/guardian-consent/{hub}': { may: 'staff of the hub', id: 'member' },
  'GET /api/v1/me/guardian-consent': { may: 'signed in' },
  'POST /api/v1/me/guardian-consent': {
    may: 'signed in',
    body: () => ({ hub: 'viitasaari', guardianEmail: `${randomUUID()}@digikeskus.example` }),
  },
  'GET /api/v1/guardian-consents/{token}': { may: 'anyone with its secret' },
  'POST /api/v1/guardian-consents/{token}': {
    may: 'anyone with its secret',
    body: { name: 'Hilkka Huoltaja', termsVersion: '2026-11' },
  },
  'POST /api/v1/guardian-consents/{token}/withdrawal': { may: 'anyone with its secret' },
  'POST /api/v1/people/{id}/erase': { may: 'admin of its hub', id: 'leaver' },
  'PUT /api/v1/people/{id}/roles/{hub}/{role}': { may: 'admin of the hub', id: 'member' },
  'DELETE /api/v1/people/{id}/roles/{hub}/{role}': { may: 'admin of the hub', id: 'member' },

  'DELETE /api/v1/people/{id}/second-factors': { may: 'any admin', id: 'newcomer' },
  'GET /api/v1/organisations': { may: 'signed in' },
  'POST /api/v1/organisations': { may: 'signed in', body: () => ({ name: randomUUID(), kind: 'company' }) },
  'POST /api/v1/organisations/{id}/confirm': { may: 'staff of the hub', id: 'organisation', body: {} },
  'GET /api/v1/hubs/{hub}/pending-organisations': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/pending-memberships': { may: 'staff of the hub' },
  'PUT /api/v1/people/{id}/organisations/{organisation}': { may: 'staff of its hub', id: 'member' },
  'DELETE /api/v1/people/{id}/organisations/{organisation}': { may: 'staff of its hub', id: 'member' },
  'PUT /api/v1/me/organisations/{id}': { may: 'signed in', id: 'organisation' },
  'DELETE /api/v1/me/organisations/{id}': { may: 'signed in', id: 'organisation' },
  'GET /api/v1/me/notifications': { may: 'any staff' },
  'PUT /api/v1/me/notifications/{hub}': { may: 'staff of the hub', body: { topics: ['fault'] } },
  'GET /api/v1/audit': {
    may: 'any staff',
    query: 'subjectType=booking&subjectId=019a0000-0000-7000-8000-000000000001',
  },

  'POST /api/v1/bookings': { may: 'signed in', body: aBooking },
  'POST /api/v1/bookings/check': { may: 'signed in', body: aBooking },
  'GET /api/v1/bookings': { may: 'signed in' },
  'GET /api/v1/bookings/calendar.ics': { may: 'anyone with its secret', query: 'token=guessed' },
  'GET /api/v1/bookings/{id}': { may: 'its owner or staff', id: 'booking' },
  'PATCH /api/v1/bookings/{id}': { may: 'its owner or staff', id: 'booking', body: aTime },
  'POST /api/v1/bookings/{id}/cancel': { may: 'its owner or staff', id: 'booking' },
  'POST /api/v1/bookings/{id}/extend': { may: 'its owner or staff', id: 'booking', body: { endsAt: day(200, 11) } },
  'POST /api/v1/bookings/{id}/confirm': { may: 'its owner or staff', id: 'booking' },
  'POST /api/v1/bookings/{id}/approve': { may: 'staff of its hub', id: 'booking' },
  'POST /api/v1/bookings/{id}/decline': { may: 'staff of its hub', id: 'booking', body: aReason },
  'POST /api/v1/bookings/{id}/check-in': { may: 'its owner or staff', id: 'booking' },
  'POST /api/v1/bookings/{id}/check-out': { may: 'its owner or staff', id: 'booking' },

  'POST /api/v1/series/preview': { may: 'staff of the hub', body: aSeries },
  'POST /api/v1/series': { may: 'staff of the hub', body: aSeries },
  'GET /api/v1/series': { may: 'staff of the hub', query: 'hub=viitasaari' },
  'GET /api/v1/series/{id}': { may: 'staff of its hub', id: 'series' },
  'PATCH /api/v1/series/{id}': { may: 'staff of its hub', id: 'series', body: { publicTitle: 'Robotiikkakerho' } },
  'POST /api/v1/series/{id}/instances/{bookingId}/preview': {
    may: 'staff of its hub',
    id: 'series',
    body: { action: 'cancel' },
  },
  'PATCH /api/v1/series/{id}/instances/{bookingId}': {
    may: 'staff of its hub',
    id: 'series',
    body: { action: 'cancel' },
  },

  'POST /api/v1/waiting-list': {
    may: 'signed in',
    body: { resource: 'studio', from: day(3, 10), to: day(3, 14), durationMinutes: 60 },
  },
  'GET /api/v1/waiting-list': { may: 'signed in' },
  'POST /api/v1/waiting-list/{id}/accept': { may: 'its owner', id: 'waiting' },
  'DELETE /api/v1/waiting-list/{id}': { may: 'its owner', id: 'waiting' },

  'POST /api/v1/devices/pairings': { may: 'anyone', body: { kind: 'kiosk' } },
  'POST /api/v1/devices/pairings/{id}/claim': {
    may: 'anyone with its secret',
    id: 'device',
    body: { pollToken: 'guessed' },
  },
  'GET /api/v1/devices/current': { may: 'a device' },
  'GET /api/v1/hubs/{hub}/devices': { may: 'admin of the hub' },
  'POST /api/v1/hubs/{hub}/devices': { may: 'admin of the hub', body: { code: '2222-2222' } },
  'PATCH /api/v1/hubs/{hub}/devices/{id}': { may: 'admin of the hub', id: 'device', body: { name: 'Ovi' } },
  'DELETE /api/v1/hubs/{hub}/devices/{id}': { may: 'admin of the hub', id: 'device' },

  ...printingRoutes,

  // Last, because it is gone then.
  'DELETE /api/v1/hubs/{hub}/resources/{resource}': { may: 'admin of the hub' },
};

/** @returns the route's name with the names and ids of real things in its address */
export function addressOf(name: string, { id, query }: Route, things: Things): string {
  const address = name
    .replace('{hub}', 'viitasaari')
    .replace('{resource}', 'camera-kit')
    .replace('{token}', 'guessed')
    .replace('{organisation}', things.organisation)
    .replace('{scope}/{id}', 'hub/viitasaari')
    .replace('{role}', 'staff')
    .replace('{pool}', 'pc')
    .replace('{kind}', 'laser')
    .replace('{number}', '1')
    .replace('{printer}', 'walked-printer')
    .replace('{date}', '2030-01-02')
    .replace('{block}', things.block)
    .replace('{note}', things.note)
    .replace('{task}', things.task)
    .replace('{bookingId}', things.seriesDate)
    .replace('{id}', id === undefined ? '' : things[id]);
  return query === undefined ? address : `${address}?${query}`;
}
