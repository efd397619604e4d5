import { DataSource } from 'typeorm';
import { RunningApi } from '../../../../test/support/running-api.js';
import { PersonReads } from './person-reads.service.js';

const dayMs = 24 * 3_600_000;

let api: RunningApi;
let admin: string;
let staff: string;
let resident: string;
let id: string;

beforeAll(async () => {
  api = await RunningApi.start();
  admin = await api.cookieOf('admin@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
  id = (await ask(resident, 'GET', '/me')).body.id;
});
afterAll(() => api.remove());

/** What is looked at in one answer or another. */
interface Answer {
  id: string;
  code: string;
  detail: string;
  nextCursor: string | null;
  items: { id: string; email: string; isBlocked: boolean }[];
  reasons: { code: string; text: string }[];
  block: { id: string };
  coming: { id: string }[];
  notes: { text: string }[];
}

async function ask(cookie: string, method: string, path: string, body?: unknown, language = 'en') {
  const content = body !== undefined && { 'content-type': 'application/json' };
  const headers = { cookie, 'accept-language': language, ...content };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await api.fetch(`/api/v1${path}`, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer };
}

const found = async (cookie: string, q: string) => (await ask(cookie, 'GET', `/people?q=${q}`)).body.items;

/** An hour of the podcast room, in the first opening that is so many days ahead. */
async function anHour(days: number) {
  const response = await api.fetch('/api/v1/hubs/viitasaari');
  const { opening } = (await response.json()) as { opening: { startsAt: string }[] };
  const { startsAt } = opening.find((period) => Date.parse(period.startsAt) > Date.now() + days * dayMs)!;
  return { resource: 'podcast-room', startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() };
}

describe('the people of a hub', () => {
  it('are those who have to do with it; anybody else is found by the whole address', async () => {
    await api.cookieOf('newcomer@elsewhere.example');
    expect(await found(staff, 'newcomer')).toEqual([]);
    expect(await found(staff, 'Newcomer@elsewhere.example')).toMatchObject([{ email: 'newcomer@elsewhere.example' }]);
    expect(await found(staff, 'Hallinta')).toMatchObject([{ email: 'admin@digikeskus.example' }]);
    expect(await found(staff, '%25')).toEqual([]);
  });

  it('are seen by staff alone', async () => {
    for (const path of ['/people', `/people/${id}`]) {
      expect((await ask('', 'GET', path)).status).toBe(401);
      expect((await ask(resident, 'GET', path)).status).toBe(403);
    }
  });

  it('come in pages by name, each in one query, and one person in five', async () => {
    const source = api.get(DataSource);
    await source.query(
      `WITH a AS (INSERT INTO account (email, display_name, locale)
         SELECT 'page-' || n || '@digikeskus.example', 'Page ' || (n % 7), 'fi' FROM generate_series(1, 120) n RETURNING id)
       INSERT INTO person_note (hub_id, account_id, text, created_at, updated_at)
       SELECT h.id, a.id, '', now(), now() FROM a, hub h`,
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = (await ask(staff, 'GET', `/people?q=page-${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    const [row] = await source.query<{ hubId: string }[]>(`SELECT id AS "hubId" FROM hub`);
    const roles = [{ role: 'staff' as const, hubId: row?.hubId ?? '', hub: 'viitasaari' }];
    const viewer = {
      accountId: id,
      sessionId: id,
      email: '',
      displayName: '',
      locale: 'fi' as const,
      reminders: true,
      roles,
    };
    const reads = api.get(PersonReads);
    expect(await countQueries(() => reads.search({ q: 'page-' }, viewer))).toBe(1);
    await ask(staff, 'POST', `/people/${id}/notes`, { hub: 'viitasaari', text: 'Came with a class' });
    expect(await countQueries(() => reads.open(id, { viewer, locale: 'fi' }))).toBe(5);
  });
});

async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(api.get(DataSource), 'query');
  await work();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  return count;
}

describe('a note', () => {
  it('is written by staff, changed by its author, and deleted by an administrator, too', async () => {
    const note = (await ask(staff, 'POST', `/people/${id}/notes`, { hub: 'viitasaari', text: 'Needs a key' })).body;
    const path = `/people/${id}/notes/${note.id}`;
    expect((await ask(admin, 'PATCH', path, { text: 'x' })).status).toBe(403);
    expect((await ask(staff, 'PATCH', path, { text: 'Has a key' })).body).toMatchObject({
      text: 'Has a key',
      isOwn: true,
    });
    const person = await ask(admin, 'GET', `/people/${id}`);
    expect(person.body.notes.map(({ text }) => text)).toContain('Has a key');
    expect((await ask(admin, 'DELETE', path)).status).toBe(204);
    expect((await ask(staff, 'PATCH', path, { text: 'x' })).status).toBe(404);
  });
});

describe('a block', () => {
  it('keeps somebody from booking and printing, with its reason and end, and leaves what is booked', async () => {
    const booking = (await ask(resident, 'POST', '/bookings', await anHour(1))).body;
    const until = '2099-01-12T22:00:00Z';
    const made = await ask(staff, 'POST', `/people/${id}/blocks`, { hub: 'viitasaari', reason: 'Broke a lens', until });
    expect(made).toMatchObject({
      status: 201,
      body: { block: { reason: 'Broke a lens' }, coming: [{ id: booking.id }] },
    });
    const refused = await ask(resident, 'POST', '/bookings', await anHour(2));
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ code, text }) => [code, text])).toEqual([
      ['person.blocked', expect.stringMatching(/This ends 13\/01\/2099, 0:00. Reason: Broke a lens$/)],
    ]);
    const inFinnish = await ask(resident, 'POST', '/bookings/check', await anHour(2), 'fi');
    expect(inFinnish.body.reasons[0]?.text).toMatch(/Kielto päättyy 13\.1\.2099 klo 0\.00\. Syy: Broke a lens$/);
    expect(await upload(resident)).toMatchObject({ status: 422, code: 'person.blocked' });
    expect(await found(staff, 'Asukas')).toMatchObject([{ isBlocked: true }]);
    expect((await ask(staff, 'DELETE', `/people/${id}/blocks/${made.body.block.id}`)).status).toBe(204);
    expect((await ask(resident, 'POST', '/bookings', await anHour(2))).status).toBe(201);
    expect(await upload(resident)).toMatchObject({ status: 201 });
  });

  it('without an end says no end, and keeps staff from approving what was sent before', async () => {
    const job = await upload(resident);
    await api
      .get(DataSource)
      .query(`UPDATE print_job SET status = 'awaiting_review', analysis = '{}' WHERE id = $1`, [job.id]);
    const made = await ask(staff, 'POST', `/people/${id}/blocks`, { hub: 'viitasaari', reason: 'Noise' });
    const approved = await ask(staff, 'POST', `/print-jobs/${job.id}/approve`);
    expect(approved).toMatchObject({ status: 422, body: { code: 'person.blocked' } });
    expect(approved.body.detail).toBe('You cannot book or print at this hub for now. Reason: Noise');
    await ask(staff, 'DELETE', `/people/${id}/blocks/${made.body.block.id}`);
    expect((await ask(staff, 'DELETE', `/people/${id}/blocks/${made.body.block.id}`)).status).toBe(404);
    expect((await ask(staff, 'POST', `/print-jobs/${job.id}/approve`)).status).toBe(200);
  });

  it('cannot be over before it begins, and is of somebody', async () => {
    const past = { hub: 'viitasaari', reason: 'x', until: '2020-01-01T00:00:00Z' };
    expect((await ask(staff, 'POST', `/people/${id}/blocks`, past)).status).toBe(400);
    const nobody = '019a0000-0000-7000-8000-000000000001';
    expect((await ask(staff, 'POST', `/people/${nobody}/blocks`, { ...past, until: undefined })).status).toBe(404);
  });
});

async function upload(cookie: string) {
  const form = new FormData();
  form.append('hub', 'viitasaari');
  form.append('file', new Blob(['G28\n']), 'a.gcode');
  const response = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers: { cookie }, body: form });
  return { ...((await response.json()) as { id: string; code?: string }), status: response.status };
}
