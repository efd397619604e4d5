import { Readable } from 'node:stream';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Availability, Booking, PersonalDataRead } from '#libs/contracts';
import { FileStore } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

/** They name the person who asks, or a colleague who has set a device up. */
const namesNobodyElse = /^\S+ \/api\/v1\/(me(\/.*)?|auth\/.*|hubs\/\{hub\}\/devices(\/\{id\})?)$/;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const hourMs = 3_600_000;

let api: RunningApi;
let resident: string;
let staff: string;
let booking: Booking;

beforeAll(async () => {
  api = await RunningApi.start();
  resident = await api.cookieOf('asukas@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  booking = await bookAnHour(resident);
});
afterAll(() => api.remove());
beforeEach(() => api.rows(`DELETE FROM personal_data_read`));

const get = async <T>(cookie: string, path: string): Promise<T> =>
  (await (await api.fetch(`/api/v1${path}`, { headers: { cookie } })).json()) as T;
const readsOf = async (cookie: string) => (await get<{ items: PersonalDataRead[] }>(cookie, '/me/reads')).items;

async function bookAnHour(cookie: string): Promise<Booking> {
  const [from, to] = [2, 16].map((days) => new Date(Date.now() + days * 24 * hourMs).toISOString());
  const path = `/hubs/viitasaari/availability?from=${from}&to=${to}&category=room`;
  const { items } = await get<Availability>(cookie, path);
  const room = items.find(({ resource }) => resource === 'podcast-room');
  // Late in the day the first free time is shorter than that.
  const slot = room?.freeSlots.find((free) => Date.parse(free.endsAt) - Date.parse(free.startsAt) >= hourMs);
  if (slot === undefined) throw new Error('the room has no free hour');
  const { startsAt } = slot;
  const endsAt = new Date(Date.parse(startsAt) + hourMs).toISOString();
  const response = await api.send(
    'POST',
    '/api/v1/bookings',
    { resource: 'podcast-room', startsAt, endsAt },
    { cookie },
  );
  expect(response.status).toBe(201);
  return (await response.json()) as Booking;
}

/** Whether a schema has a person in it: an id with a name. */
function namesPeople(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties } = schema as { properties?: object };
  if (properties !== undefined && 'id' in properties && ('displayName' in properties || 'by' in properties))
    return true;
  return Object.values(schema).some(namesPeople);
}

describe('the log of who has looked', () => {
  it('tells the person when, where, in which role and at what staff looked, and not who', async () => {
    await get(staff, `/bookings/${booking.id}`);
    expect(await readsOf(resident)).toEqual([
      { at: expect.stringMatching(/Z$/), kind: 'bookings', role: 'staff', hub: 'Viitasaaren Digikeskus' },
    ]);
  });

  it('has one row of an hour, however often a page refreshes itself', async () => {
    await Promise.all(Array.from({ length: 8 }, () => get(staff, '/bookings?hub=viitasaari')));
    await get(staff, `/bookings/${booking.id}`);
    expect(await readsOf(resident)).toHaveLength(1);
    await api.rows(`UPDATE personal_data_read SET at = at - interval '1 hour'`);
    await get(staff, '/bookings?hub=viitasaari');
    expect(await readsOf(resident)).toHaveLength(2);
  });

  it('has a row for each person of a list', async () => {
    await bookAnHour(await api.cookieOf('toinen@digikeskus.example'));
    await get(staff, '/bookings?hub=viitasaari');
    const [row] = await api.rows(`SELECT count(DISTINCT person_id)::int AS people FROM personal_data_read`);
    expect(row).toEqual({ people: 2 });
  });

  it('has whom the record, a refusal and a picture show', async () => {
    const kinds = async () => (await readsOf(resident)).map(({ kind }) => kind);
    await get(staff, `/audit?subjectType=booking&subjectId=${booking.id}`);
    expect(await kinds()).toEqual(['audit']);
    const admin = await api.cookieOf('admin@digikeskus.example');
    const refused = await api.fetch('/api/v1/hubs/viitasaari/resources/podcast-room', {
      method: 'DELETE',
      headers: { cookie: admin },
    });
    expect([refused.status, JSON.stringify(await refused.json())]).toEqual([
      409,
      expect.stringContaining('Aino Asukas'),
    ]);
    expect(await kinds()).toEqual(['bookings', 'audit']);
    await api.rows(`DELETE FROM personal_data_read`);
    const { sha256 } = await api.get(FileStore).put(Readable.from([Buffer.from('a picture')]), 100);
    const [job] = await api.rows<{ id: string }>(
      `INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, thumbnail_sha256, file_bytes, created_at,
         updated_at)
       SELECT b.hub_id, b.account_id, 'awaiting_review', 'a.gcode', $2, $2, 9, now(), now() FROM booking b WHERE b.id = $1
       RETURNING id`,
      [booking.id, sha256],
    );
    const picture = `/api/v1/print-jobs/${job?.id ?? ''}/thumbnail`;
    expect((await api.fetch(picture, { headers: { cookie: resident } })).status).toBe(200);
    expect(await kinds()).toEqual([]);
    expect((await api.fetch(picture, { headers: { cookie: staff } })).status).toBe(200);
    expect(await kinds()).toEqual(['prints']);
  });

  it('says nothing of people who look at their own', async () => {
    const own = await bookAnHour(staff);
    await get(staff, `/bookings/${own.id}`);
    await get(resident, `/bookings/${booking.id}`);
    expect(await api.rows(`SELECT 1 FROM personal_data_read`)).toEqual([]);
  });

  it('shows nothing that it cannot write down', async () => {
    await api.rows(`ALTER TABLE personal_data_read RENAME TO personal_data_read_away`);
    const response = await api.fetch(`/api/v1/bookings/${booking.id}`, { headers: { cookie: staff } });
    await api.rows(`ALTER TABLE personal_data_read_away RENAME TO personal_data_read`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal' });
  });

  it('is declared by every route whose answer names people', async () => {
    const document = (await (await api.fetch('/api/openapi.json')).json()) as OpenAPIObject;
    const naming = Object.entries(document.paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
        return answers.some(([, answer]) => namesPeople(answer))
          ? [{ name: `${method.toUpperCase()} ${path}`, isLogged: 'x-reads-persons' in operation }]
          : [];
      }),
    );
    expect(naming.length).toBeGreaterThan(15);
    const unlogged = naming.filter(({ name, isLogged }) => !isLogged && !namesNobodyElse.test(name));
    expect(unlogged.map(({ name }) => name)).toEqual([]);
  });
});
