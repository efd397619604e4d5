import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let staff: string;
let resident: string;
let other: string;
let admin: string;
let foreign: string;

beforeAll(async () => {
  api = await RunningApi.start();
  staff = await api.cookieOf('staff@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
  other = await api.cookieOf('toinen@digikeskus.example');
  // The hub knows both.
  await api.rows(
    `INSERT INTO person_note (hub_id, account_id, text, created_at, updated_at)
     SELECT h.id, a.id, 'here', now(), now() FROM hub h, account a WHERE a.email = ANY($1)`,
    [['asukas@digikeskus.example', 'toinen@digikeskus.example']],
  );
  await api.rows(
    `WITH h AS (INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       SELECT 'naapuri', 'Naapuri', address, time_zone, languages, weekly_hours FROM hub RETURNING id),
     a AS (INSERT INTO account (email, display_name, locale) VALUES ('naapuri@example.org', 'Naapuri', 'fi') RETURNING id)
     INSERT INTO role_assignment (account_id, role, hub_id) SELECT a.id, 'admin', h.id FROM a, h`,
  );
  foreign = await api.cookieOf('naapuri@example.org');
  admin = await api.cookieOf('admin@digikeskus.example');
});
afterAll(() => api.remove());

interface Named {
  id: string;
  name: string;
  isConfirmed: boolean;
}

/** What is looked at in one answer or another. */
interface Answer extends Named {
  code: string;
  items: Named[];
  nextCursor: string | null;
  organisations: Named[];
}

async function ask(cookie: string, method: string, path: string, body?: unknown) {
  const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await api.fetch(`/api/v1${path}`, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer };
}

const add = async (cookie: string, name: string) =>
  (await ask(cookie, 'POST', '/organisations', { name, kind: 'company' })).body;
const found = async (cookie: string, q: string) =>
  (await ask(cookie, 'GET', `/organisations?q=${encodeURIComponent(q)}`)).body.items.map(({ name }) => name);
const mine = async (cookie: string) => (await ask(cookie, 'GET', '/me')).body.organisations.map(({ name }) => name);

async function actions(id: string) {
  const rows = await api.rows<{ action: string }>(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id`, [
    id,
  ]);
  return rows.map(({ action }) => action);
}

describe('an organisation', () => {
  it('is added by whoever belongs to it, once by name, and waits for staff', async () => {
    const added = await ask(resident, 'POST', '/organisations', { name: 'Kutomo Oy', kind: 'company' });
    expect(added).toMatchObject({ status: 201, body: { name: 'Kutomo Oy', isConfirmed: false } });
    expect(await mine(resident)).toEqual(['Kutomo Oy']);
    const again = await ask(other, 'POST', '/organisations', { name: ' KUTOMO oy', kind: 'third_sector' });
    expect(again).toMatchObject({ status: 409, body: { code: 'organisation.exists' } });
    expect(await mine(other)).toEqual([]);
  });

  it('is found unconfirmed by its people, by staff and by its whole name, and by all when it is confirmed', async () => {
    const { id } = await add(resident, 'Paja 100 % ry');
    expect(await found(resident, 'paja')).toEqual(['Paja 100 % ry']);
    expect(await found(staff, 'paja')).toEqual(['Paja 100 % ry']);
    expect(await found(other, 'paja')).toEqual([]);
    expect(await found(other, 'paja 100 % RY')).toEqual(['Paja 100 % ry']);
    expect((await ask(resident, 'POST', `/organisations/${id}/confirm`, {})).status).toBe(403);
    const confirmed = await ask(staff, 'POST', `/organisations/${id}/confirm`, {});
    expect(confirmed).toMatchObject({ status: 200, body: { id, name: 'Paja 100 % ry', isConfirmed: true } });
    expect(await found(other, 'paja')).toEqual(['Paja 100 % ry']);
    expect(await found(other, '%')).toEqual(['Paja 100 % ry']);
    expect(await actions(id)).toEqual(['organisation.create', 'organisation.confirm']);
  });

  it('is joined and left by the person, each once', async () => {
    const { id } = await add(resident, 'Koulu');
    for (let tries = 0; tries < 2; tries += 1) {
      expect((await ask(other, 'PUT', `/me/organisations/${id}`)).status).toBe(204);
    }
    await ask(other, 'POST', '/organisations', { name: 'Aitta', kind: 'third_sector' });
    expect(await mine(other)).toEqual(['Aitta', 'Koulu']);
    for (let tries = 0; tries < 2; tries += 1) {
      expect((await ask(other, 'DELETE', `/me/organisations/${id}`)).status).toBe(204);
    }
    expect(await mine(other)).toEqual(['Aitta']);
    expect(await actions(id)).toEqual(['organisation.create', 'organisation.join', 'organisation.leave']);
    const nowhere = '019a0000-0000-7000-8000-000000000001';
    expect((await ask(other, 'PUT', `/me/organisations/${nowhere}`)).status).toBe(404);
    expect((await ask(staff, 'POST', `/organisations/${nowhere}/confirm`, {})).status).toBe(404);
  });

  it('gets its right name from staff', async () => {
    const { id } = await add(resident, 'Yliopsto');
    const wanted = { name: 'Yliopisto', kind: 'education_research' };
    const { body } = await ask(staff, 'POST', `/organisations/${id}/confirm`, wanted);
    expect(body).toEqual({ id, ...wanted, isConfirmed: true });
    expect(await actions(id)).toContain('organisation.change');
  });

  it('becomes one with another when staff give it that one’s name', async () => {
    const kept = await add(resident, 'Leipomo Oy');
    const doubled = await add(other, 'Leipomo osakeyhtiö');
    await ask(resident, 'PUT', `/me/organisations/${doubled.id}`);
    const merged = await ask(staff, 'POST', `/organisations/${doubled.id}/confirm`, { name: 'Leipomo Oy' });
    expect(merged).toMatchObject({ status: 200, body: { id: kept.id, name: 'Leipomo Oy', isConfirmed: true } });
    expect(await found(staff, 'leipomo')).toEqual(['Leipomo Oy']);
    const isLeipomo = (name: string) => name.startsWith('Leipomo');
    expect((await mine(resident)).filter(isLeipomo)).toEqual(['Leipomo Oy']);
    expect((await mine(other)).filter(isLeipomo)).toEqual(['Leipomo Oy']);
    expect(await actions(kept.id)).toEqual(['organisation.create', 'organisation.merge', 'organisation.confirm']);
  });

  it('is changed after it was confirmed by whoever administers every hub that knows its people', async () => {
    const { id } = await add(resident, 'Verstas');
    const settle = async (cookie: string, name: string) =>
      (await ask(cookie, 'POST', `/organisations/${id}/confirm`, { name })).status;
    expect(await settle(foreign, 'Verstas ry')).toBe(403);
    expect(await settle(staff, 'Verstas ry')).toBe(200);
    expect(await settle(staff, 'Verstas oy')).toBe(403);
    expect(await settle(admin, 'Verstas oy')).toBe(200);
    await api.rows(
      `INSERT INTO person_note (hub_id, account_id, text, created_at, updated_at)
       SELECT h.id, m.account_id, 'there', now(), now() FROM hub h, organisation_member m
       WHERE h.slug = 'naapuri' AND m.organisation_id = $1`,
      [id],
    );
    expect(await settle(admin, 'Verstas tmi')).toBe(403);
    await api.rows(`DELETE FROM person_note WHERE text = 'there'`);
  });

  it('comes in pages by name', async () => {
    await api.rows(
      `INSERT INTO organisation (name, kind, created_at, confirmed_at)
       SELECT 'Sivu ' || n, 'company', now(), now() FROM generate_series(1, 120) n`,
    );
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body }: { body: Answer } = await ask(other, 'GET', `/organisations?q=sivu${after}`);
      names.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect([names.length, new Set(names).size]).toEqual([120, 120]);
  });
});

describe('belonging to an organisation', () => {
  const pending = async (cookie: string, what: 'organisations' | 'memberships') =>
    (await ask(cookie, 'GET', `/hubs/viitasaari/pending-${what}`)).body.items;
  const idOf = async (cookie: string) => (await ask(cookie, 'GET', '/me')).body.id;

  it('is confirmed or denied by staff of a hub that knows the person', async () => {
    const { id } = await add(other, 'Kirjasto');
    await ask(resident, 'PUT', `/me/organisations/${id}`);
    const [one, two] = [await idOf(resident), await idOf(other)];
    const waiting = async () => {
      const items = (await pending(staff, 'memberships')) as unknown as {
        organisation: Named;
        person: { id: string };
      }[];
      return items.filter(({ organisation }) => organisation.id === id).map(({ person }) => person.id);
    };
    expect((await waiting()).toSorted((a, b) => a.localeCompare(b))).toEqual(
      [one, two].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(await pending(staff, 'organisations')).toContainEqual(expect.objectContaining({ id, members: 2 }));
    for (const [cookie, status] of [
      [resident, 403],
      [foreign, 404],
      [staff, 204],
      [staff, 204],
    ] as const) {
      expect((await ask(cookie, 'PUT', `/people/${one}/organisations/${id}`)).status).toBe(status);
    }
    expect((await ask(resident, 'GET', '/me')).body.organisations).toContainEqual(
      expect.objectContaining({ id, isConfirmed: true }),
    );
    expect((await ask(foreign, 'DELETE', `/people/${two}/organisations/${id}`)).status).toBe(404);
    expect((await ask(staff, 'DELETE', `/people/${two}/organisations/${id}`)).status).toBe(204);
    expect((await ask(staff, 'DELETE', `/people/${two}/organisations/${id}`)).status).toBe(404);
    expect(await waiting()).toEqual([]);
    expect(await actions(one)).toEqual(['organisation.confirm-member']);
    expect(await actions(two)).toEqual(['organisation.remove-member']);
  });

  it('is for the staff of the hub alone to look through', async () => {
    for (const what of ['organisations', 'memberships']) {
      const statuses = [resident, foreign, staff].map(
        async (cookie) => (await ask(cookie, 'GET', `/hubs/viitasaari/pending-${what}`)).status,
      );
      expect(await Promise.all(statuses)).toEqual([403, 403, 200]);
    }
  });
});
