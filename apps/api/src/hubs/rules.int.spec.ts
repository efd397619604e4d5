import type {
  Booking,
  Hub,
  Induction,
  InductionSession,
  Me,
  Opening,
  OpeningChanged,
  PolicyChanged,
  Resource,
} from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const dayMs = 24 * 3_600_000;

let api: RunningApi;
let admin: string;
let staff: string;
let resident: string;

beforeAll(async () => {
  api = await RunningApi.start();
  admin = await api.cookieOf('admin@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

const hub = '/hubs/viitasaari';

async function ask(cookie: string, method: string, path: string, body?: unknown) {
  const response = await api.fetch(`/api/v1${path}`, {
    method,
    headers: { cookie, 'accept-language': 'en', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as unknown };
}

const codeOf = async (answer: ReturnType<typeof ask>) => {
  const { status, body } = await answer;
  return [status, (body as { code?: string }).code];
};

/** The first hour of an opening at least a day ahead, whatever day the test is run on. */
async function anOpenHour(): Promise<{ startsAt: string; endsAt: string }> {
  const { body } = await ask(resident, 'GET', hub);
  const period = (body as Hub).opening.find(({ startsAt }) => Date.parse(startsAt) > Date.now() + dayMs);
  if (period === undefined) throw new Error('the hub does not open in the coming days');
  const endsAt = new Date(Date.parse(period.startsAt) + 3_600_000).toISOString();
  return { startsAt: period.startsAt, endsAt };
}

describe('rules over HTTP', () => {
  it('are changed by an administrator, and the answer lists the bookings that they rule out', async () => {
    const hour = await anOpenHour();
    const made = await ask(resident, 'POST', '/bookings', { resource: 'podcast-room', ...hour });
    const changed = await ask(admin, 'PATCH', `${hub}/policies/resource/podcast-room`, { maxDurationMinutes: 30 });
    expect(changed.status).toBe(200);
    const { body: resources } = await ask(resident, 'GET', `${hub}/resources`);
    const longest = (resources as { items: Resource[] }).items
      .filter(({ category }) => category === 'room')
      .map(({ slug, policy }) => [slug, policy.maxDurationMinutes]);
    expect(longest).toEqual([
      ['studio', 480],
      ['podcast-room', 30],
    ]);
    const { layer, noLongerAllowed } = changed.body as PolicyChanged;
    expect(layer).toMatchObject({ overrides: { maxDurationMinutes: 30 }, policy: { maxDurationMinutes: 30 } });
    expect(noLongerAllowed).toMatchObject([
      { id: (made.body as Booking).id, reasons: [{ text: 'The booking is too long: at most 30 minutes.' }] },
    ]);
    const cleared = await ask(admin, 'PUT', `${hub}/policies/resource/podcast-room`, {});
    expect(cleared.body).toMatchObject({ layer: { overrides: {}, policy: { maxDurationMinutes: 240 } } });
  });

  it('change the hours by date, season and week', async () => {
    const date = (await anOpenHour()).startsAt.slice(0, 10);
    const closed = await ask(admin, 'PUT', `${hub}/opening/exceptions/${date}`, { hours: [], reason: 'Inventory' });
    expect((closed.body as OpeningChanged).opening.exceptions).toEqual([{ date, hours: [], reason: 'Inventory' }]);
    expect((await anOpenHour()).startsAt.slice(0, 10)).not.toBe(date);
    const back = await ask(admin, 'POST', `${hub}/opening/preview`, { date, hours: null });
    expect((back.body as OpeningChanged).opening).toMatchObject({ exceptions: [] });
    expect((await anOpenHour()).startsAt.slice(0, 10)).not.toBe(date);
    await ask(admin, 'DELETE', `${hub}/opening/exceptions/${date}`);
    expect((await anOpenHour()).startsAt.slice(0, 10)).toBe(date);
    const { week } = (await ask(resident, 'GET', `${hub}/opening`)).body as Opening;
    const nights = { fri: [{ opens: '18:00', closes: '02:00' }] };
    const seasons = [{ name: 'Summer', from: '06-01', to: '08-31', week: nights }];
    await ask(admin, 'PUT', `${hub}/opening/seasons`, { seasons });
    const { body } = await ask(admin, 'PUT', `${hub}/opening/week`, nights);
    expect((body as OpeningChanged).opening).toMatchObject({ week: nights, seasons });
    await ask(admin, 'PUT', `${hub}/opening/seasons`, { seasons: [] });
    await ask(admin, 'PUT', `${hub}/opening/week`, week);
  });

  const stranger = '019a0000-0000-7000-8000-000000000001';
  it.each([
    ['PATCH', `${hub}/policies/hub/viitasaari`],
    ['PUT', `${hub}/opening/week`],
    ['POST', `${hub}/opening/preview`],
    ['PUT', `${hub}/opening/exceptions/2026-12-24`],
    ['DELETE', `${hub}/opening/exceptions/2026-12-24`],
    ['GET', `${hub}/policies`],
    ['POST', `${hub}/inductions`],
    ['POST', `${hub}/induction-sessions`],
    ['GET', `/induction-sessions/${stranger}/seats`],
    ['PUT', `/people/${stranger}/age`],
  ])('are none of a resident’s business: %s %s', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    expect(await codeOf(ask('', method, path, body))).toEqual([401, 'auth.required']);
    expect(await codeOf(ask(resident, method, path, body))).toEqual([403, 'auth.forbidden']);
  });

  it('are shown to staff, who may not change them', async () => {
    const shown = await ask(staff, 'GET', `${hub}/policies`);
    expect(shown.body).toMatchObject({ defaults: { holdMinutes: 10 }, items: expect.any(Array) as unknown });
    expect(await codeOf(ask(staff, 'PUT', `${hub}/policies/hub/viitasaari`, {}))).toEqual([403, 'auth.forbidden']);
  });

  it.each([
    ['an unknown field', 'policies/hub/viitasaari', { maxLength: 1 }],
    ['a grid that does not divide an hour', 'policies/hub/viitasaari', { startIntervalMinutes: 7 }],
    ['a negative length', 'policies/hub/viitasaari', { minDurationMinutes: -1 }],
    ['a huge number', 'policies/hub/viitasaari', { quotaMinutesPerWeek: 1e300 }],
    ['an unknown scope', 'policies/town/viitasaari', {}],
    ['a time that no clock shows', 'opening/week', { mon: [{ opens: '25:00', closes: '26:00' }] }],
    ['an opening without length', 'opening/week', { mon: [{ opens: '10:00', closes: '10:00' }] }],
    ['an eighth day', 'opening/week', { noday: [] }],
    [
      'a season from 30 February',
      'opening/seasons',
      { seasons: [{ name: 'x', from: '02-30', to: '03-01', week: {} }] },
    ],
    ['a date that is none', 'opening/exceptions/2026-02-30', { hours: [] }],
    ['a date of another century', 'opening/exceptions/0000-01-01', { hours: [] }],
  ])('refuse %s with 400', async (_name, path, body) => {
    expect(await codeOf(ask(admin, 'PUT', `${hub}/${path}`, body))).toEqual([400, 'request.invalid']);
  });

  it('refuse what does not fit together with 422, and what is not there with 404', async () => {
    const rules = { minDurationMinutes: 300 };
    expect(await codeOf(ask(admin, 'PATCH', `${hub}/policies/hub/viitasaari`, rules))).toEqual([422, 'policy.invalid']);
    expect(await codeOf(ask(admin, 'PATCH', `${hub}/policies/pool/nothing`, {}))).toEqual([404, 'not_found']);
    expect(await codeOf(ask(admin, 'PATCH', `/hubs/nowhere/policies/pool/pc`, {}))).toEqual([403, 'auth.forbidden']);
    expect(await codeOf(ask(admin, 'DELETE', `${hub}/opening/exceptions/2026-12-24`))).toEqual([404, 'not_found']);
  });
});

describe('inductions over HTTP', () => {
  const inTwoDays = () => new Date(Date.now() + 2 * dayMs);

  it('are sessions with seats, and proofs that staff grant and revoke', async () => {
    const startsAt = inTwoDays();
    const wanted = { kind: 'studio', startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), seats: 1 };
    const session = (await ask(staff, 'POST', `${hub}/induction-sessions`, wanted)).body as InductionSession;
    const seat = `/induction-sessions/${session.id}/seat`;
    expect((await ask(resident, 'POST', seat)).body).toMatchObject({ freeSeats: 0, isSeated: true });
    expect(await codeOf(ask(admin, 'POST', seat))).toEqual([409, 'induction.full']);
    expect((await ask(staff, 'GET', `${seat}s`)).body).toMatchObject({ items: [{ displayName: 'Aino Asukas' }] });
    expect((await ask(resident, 'DELETE', seat)).status).toBe(204);
    const listed = await ask(resident, 'GET', `${hub}/induction-sessions`);
    expect(listed.body).toMatchObject({ items: [{ id: session.id, freeSeats: 1, isSeated: false }] });
    const grant = { person: 'Asukas@digikeskus.example', kind: 'studio' };
    const granted = (await ask(staff, 'POST', `${hub}/inductions`, grant)).body as Induction;
    expect((await ask(resident, 'GET', '/inductions')).body).toMatchObject({ items: [{ id: granted.id }] });
    expect((await ask(staff, 'DELETE', `${hub}/inductions/${granted.id}`)).status).toBe(204);
    expect((await ask(resident, 'GET', '/inductions')).body).toMatchObject({ items: [] });
  });

  it('are looked at with somebody’s age, which staff write down', async () => {
    const { id } = (await ask(resident, 'GET', '/me')).body as Me;
    const age = { birthDate: '2020-05-01' };
    expect((await ask(staff, 'PUT', `/people/${id}/age`, age)).body).toEqual(age);
    const check = await ask(resident, 'POST', '/bookings/check', { resource: 'pc-1', ...(await anOpenHour()) });
    expect(check.body).toMatchObject({ allowed: false, reasons: [{ code: 'booking.under_age' }], alternatives: [] });
    const paper = { hub: 'viitasaari', onPaper: true, guardianName: 'Hilkka Huoltaja' };
    expect((await ask(staff, 'POST', `/people/${id}/guardian-consent`, paper)).status).toBe(204);
    const again = await ask(resident, 'POST', '/bookings/check', { resource: 'pc-1', ...(await anOpenHour()) });
    expect(again.body).toMatchObject({ allowed: true });
    const nobody = '019a0000-0000-7000-8000-000000000001';
    expect(await codeOf(ask(staff, 'PUT', `/people/${nobody}/age`, age))).toEqual([404, 'not_found']);
    const withFlag = { ...age, guardianConsent: true };
    expect(await codeOf(ask(staff, 'PUT', `/people/${id}/age`, withFlag))).toEqual([400, 'request.invalid']);
    const impossible = { ...age, birthDate: '0000-01-01' };
    expect(await codeOf(ask(staff, 'PUT', `/people/${id}/age`, impossible))).toEqual([400, 'request.invalid']);
  });

  it('refuse an end before the start, no seats, and a person that is neither id nor address', async () => {
    const startsAt = inTwoDays();
    const wanted = { kind: 'studio', startsAt, endsAt: startsAt, seats: 1 };
    const path = `${hub}/induction-sessions`;
    expect(await codeOf(ask(staff, 'POST', path, wanted))).toEqual([400, 'request.invalid']);
    const noSeats = { ...wanted, endsAt: new Date(startsAt.getTime() + 1), seats: 0 };
    expect(await codeOf(ask(staff, 'POST', path, noSeats))).toEqual([400, 'request.invalid']);
    const grant = { person: 'Aino', kind: 'studio' };
    expect(await codeOf(ask(staff, 'POST', `${hub}/inductions`, grant))).toEqual([400, 'request.invalid']);
  });
});
