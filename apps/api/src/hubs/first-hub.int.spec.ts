import { addAuthenticatorApp } from '../../../../test/support/authenticator-app.js';
import { RunningApi } from '../../../../test/support/running-api.js';

const dayMs = 24 * 3_600_000;
const always = [{ opens: '00:00', closes: '24:00' }];
const week = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always };

let api: RunningApi;

/** Nothing is in the database, and nothing is put there but through the API. */
beforeAll(async () => {
  api = await RunningApi.start({
    env: { DEMO: 'false', SMTP_URL: 'smtp://127.0.0.1:1', SYSTEM_ADMIN_EMAIL: 'it@town.example' },
  });
});
afterAll(() => api.remove());

/** What is looked at in one answer or another. */
interface Answer {
  id: string;
  code: string;
  status: string;
  items: { slug: string }[];
  reasons: { code: string }[];
}

async function ask(cookie: string, method: string, path: string, body?: unknown) {
  const headers = {
    cookie,
    'accept-language': 'en',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await api.fetch(`/api/v1${path}`, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer };
}

const hour = (days: number) => {
  const start = Math.ceil((Date.now() + days * dayMs) / 3_600_000) * 3_600_000;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
};
const codeOf = ({ status, body }: { status: number; body: Answer }) => [status, body.code];

describe('an empty database with SYSTEM_ADMIN_EMAIL', () => {
  let system: string;
  let admin: string;
  let resident: string;
  const hub = '/hubs/pihtipudas';

  it('asks its first administrator for a second factor before anything else', async () => {
    const signedIn = await api.cookieOf('it@town.example');
    const wanted = { slug: 'pihtipudas', name: 'Pihtiputaan Digikeskus', address: 'Keskustie 1' };
    expect(codeOf(await ask(signedIn, 'POST', '/hubs', wanted))).toEqual([403, 'auth.second_factor_required']);
    expect((await ask(signedIn, 'GET', '/me')).body).toMatchObject({ mustSetUpSecondFactor: true });
    ({ lifted: system } = await addAuthenticatorApp(api, signedIn));
    expect((await ask(system, 'GET', '/me')).body).toMatchObject({ mustSetUpSecondFactor: false });
  });

  it('has no place for a hub under a name of the service’s own pages', async () => {
    for (const slug of ['staff', 'kiosk', 'p', 'pair']) {
      const refused = await ask(system, 'POST', '/hubs', { slug, name: 'X', address: '' });
      expect(codeOf(refused)).toEqual([422, 'hub.slug_reserved']);
    }
  });

  it('becomes a hub with an administrator, over HTTP alone', async () => {
    expect((await ask(system, 'GET', '/hubs')).body.items).toEqual([]);
    const wanted = { slug: 'pihtipudas', name: 'Pihtiputaan Digikeskus', address: 'Keskustie 1', weeklyHours: week };
    const made = await ask(system, 'POST', '/hubs', wanted);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ slug: 'pihtipudas', timeZone: 'Europe/Helsinki', languages: ['fi', 'sv', 'en'] });
    expect(codeOf(await ask(system, 'POST', '/hubs', wanted))).toEqual([409, 'hub.exists']);
    const signedIn = await api.cookieOf('hanna@town.example');
    const { id } = (await ask(signedIn, 'GET', '/me')).body;
    expect((await ask(system, 'PUT', `/people/${id}/roles/pihtipudas/admin`)).status).toBe(204);
    ({ lifted: admin } = await addAuthenticatorApp(api, signedIn));
  });

  it('gets its pool, its devices and its rooms from that administrator', async () => {
    const pool = { slug: 'pc', name: { fi: 'Tietokone' }, category: 'computer' };
    expect((await ask(admin, 'POST', `${hub}/pools`, pool)).status).toBe(201);
    for (const slug of ['pc-1', 'pc-2']) {
      const unit = { slug, name: { fi: slug }, category: 'computer', pool: 'pc' };
      expect((await ask(admin, 'POST', `${hub}/resources`, unit)).status).toBe(201);
    }
    const studio = { slug: 'studio', name: { fi: 'Studio' }, category: 'room' };
    await ask(admin, 'POST', `${hub}/resources`, studio);
    expect(codeOf(await ask(admin, 'POST', `${hub}/resources`, studio))).toEqual([409, 'place.exists']);
    const kit = { slug: 'camera-kit', name: { fi: 'Kamerat' }, category: 'camera', parent: 'studio' };
    const made = await ask(admin, 'POST', `${hub}/resources`, kit);
    expect(made.body).toMatchObject({ parent: 'studio', retired: false, coming: [] });
    const shown = await ask('', 'GET', `${hub}/resources`);
    expect(shown.body.items.map(({ slug }) => slug)).toEqual(['pc-1', 'pc-2', 'studio', 'camera-kit']);
  });

  it('shows its staff what was entered, in every language, and nobody else', async () => {
    const described = { description: { fi: 'Kaksi näyttöä', sv: 'Två skärmar' }, position: 1 };
    await ask(admin, 'PATCH', `${hub}/resources/pc-1`, described);
    const { body } = await ask(admin, 'GET', `${hub}/setup`);
    expect(body).toMatchObject({
      hub: { slug: 'pihtipudas', country: 'FI', languages: ['fi', 'sv', 'en'] },
      pools: [{ slug: 'pc', name: { fi: 'Tietokone' }, description: {}, category: 'computer' }],
      resources: [
        { slug: 'pc-1', ...described, pool: 'pc', parent: null, retired: false },
        { slug: 'pc-2' },
        { slug: 'studio' },
        { slug: 'camera-kit', parent: 'studio' },
      ],
    });
    const stranger = await api.cookieOf('muukalainen@town.example');
    expect(codeOf(await ask(stranger, 'GET', `${hub}/setup`))).toEqual([403, 'auth.forbidden']);
  });

  it('takes a resident’s booking', async () => {
    resident = await api.cookieOf('asukas@town.example');
    const made = await ask(resident, 'POST', '/bookings', { hub: 'pihtipudas', pool: 'pc', ...hour(1) });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ status: 'confirmed' });
  });

  it('refuses what cannot be: a loop of parts, a unit of another kind, an unknown zone', async () => {
    const loop = await ask(admin, 'PATCH', `${hub}/resources/studio`, { parent: 'camera-kit' });
    expect(codeOf(loop)).toEqual([400, 'request.invalid']);
    const stranger = await ask(admin, 'PATCH', `${hub}/resources/studio`, { pool: 'pc' });
    expect(codeOf(stranger)).toEqual([400, 'request.invalid']);
    expect(codeOf(await ask(admin, 'PATCH', hub, { timeZone: 'Europe/Atlantis' }))).toEqual([400, 'request.invalid']);
    expect(codeOf(await ask(admin, 'POST', '/hubs', { slug: 'b', name: 'B', address: '' }))).toEqual([
      403,
      'auth.forbidden',
    ]);
  });

  it('keeps its zone while something is booked, and changes its name at any time', async () => {
    const moved = await ask(admin, 'PATCH', hub, { timeZone: 'Europe/Stockholm' });
    expect(moved).toMatchObject({ status: 409, body: { code: 'hub.zone_in_use', bookings: [{ hub: 'pihtipudas' }] } });
    const renamed = await ask(admin, 'PATCH', hub, { name: 'Pihtiputaan keskus' });
    expect(renamed.body).toMatchObject({ name: 'Pihtiputaan keskus', address: 'Keskustie 1' });
  });

  it('keeps what is booked: a resource with coming bookings is not deleted, but may be retired', async () => {
    const booked = await ask(resident, 'POST', '/bookings', {
      hub: 'pihtipudas',
      resource: 'studio',
      ...hour(2),
    });
    const refused = await ask(admin, 'DELETE', `${hub}/resources/studio`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'place.in_use', bookings: [{ id: booked.body.id, title: 'Studio' }] },
    });
    const retired = await ask(admin, 'PATCH', `${hub}/resources/studio`, { retired: true });
    expect(retired.body).toMatchObject({ retired: true, bookable: false, coming: [{ id: booked.body.id }] });
    expect((await ask(resident, 'GET', `/bookings/${booked.body.id}`)).body.status).toBe('confirmed');
    const again = { hub: 'pihtipudas', resource: 'studio', ...hour(3) };
    const check = await ask(resident, 'POST', '/bookings/check', again);
    expect(check.body.reasons.map(({ code }) => code)).toContain('booking.not_bookable');
    const shown = await ask('', 'GET', `${hub}/resources`);
    expect(shown.body.items.map(({ slug }) => slug)).not.toContain('studio');
    const coming = await ask(admin, 'GET', `${hub}/resources/studio/bookings`);
    expect(coming.body).toMatchObject({ items: [{ id: booked.body.id, title: 'Studio' }] });
    expect(codeOf(await ask(resident, 'GET', `${hub}/resources/studio/bookings`))).toEqual([403, 'auth.forbidden']);
  });

  it('deletes what was never used, and retires what was', async () => {
    const unused = { slug: 'pc-3', name: { fi: 'pc-3' }, category: 'computer' };
    await ask(admin, 'POST', `${hub}/resources`, unused);
    expect((await ask(admin, 'DELETE', `${hub}/resources/pc-3`)).status).toBe(204);
    expect((await ask(admin, 'POST', `${hub}/resources`, unused)).status).toBe(201);
    const made = await ask(resident, 'POST', '/bookings', { hub: 'pihtipudas', resource: 'pc-3', ...hour(4) });
    await ask(resident, 'POST', `/bookings/${made.body.id}/cancel`);
    expect((await ask(admin, 'DELETE', `${hub}/resources/pc-3`)).status).toBe(204);
    expect(codeOf(await ask(admin, 'POST', `${hub}/resources`, unused))).toEqual([409, 'place.exists']);
    expect(codeOf(await ask(admin, 'DELETE', `${hub}/pools/pc`))).toEqual([409, 'place.in_use']);
  });
});
