import { DataSource } from 'typeorm';
import { aPhotograph } from '../../../../test/support/a-photograph.js';
import { eventually } from '../../../../test/support/eventually.js';
import { RunningApi } from '../../../../test/support/running-api.js';

const things = '/api/v1/hubs/viitasaari/resources';
const address = `${things}/studio/picture`;
const lamp = `${things}/lamp`;
const ofLamp = `${lamp}/picture`;

let api: RunningApi;
let admin: string;
let resident: string;

beforeAll(async () => {
  api = await RunningApi.start();
  admin = await api.cookieOf('admin@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

function bring(content: Uint8Array, cookie = admin, type = 'image/jpeg', to = address): Promise<Response> {
  return api.fetch(to, { method: 'PUT', headers: { cookie, 'content-type': type }, body: content });
}

async function shownAddress(): Promise<string | null> {
  const { items } = (await (await api.fetch(things)).json()) as { items: { slug: string; picture: string | null }[] };
  return items.find(({ slug }) => slug === 'studio')?.picture ?? null;
}

async function addLamp(): Promise<void> {
  const thing = { slug: 'lamp', name: { fi: 'Lamppu' }, category: 'room' };
  expect((await api.send('POST', things, thing, { cookie: admin })).status).toBe(201);
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await api.rows(
    `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return waiting.length > 0;
}

const audited = () => api.rows<{ action: string }>(`SELECT action FROM audit_entry WHERE action = 'resource.picture'`);

describe('the picture of a thing', () => {
  it('is not there before somebody has brought one', async () => {
    expect(await shownAddress()).toBeNull();
    expect((await api.fetch(address)).status).toBe(404);
  });

  it('is shown to everybody, at an address that names its content', async () => {
    expect((await bring(aPhotograph)).status).toBe(204);
    const shown = await shownAddress();
    expect(shown).toMatch(/^\/api\/v1\/hubs\/viitasaari\/resources\/studio\/picture\?v=[0-9a-f]{16}$/);
    const answer = await api.fetch(shown ?? '');
    expect(Buffer.from(await answer.arrayBuffer()).equals(aPhotograph)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('is not kept for long by whoever asks for any version, or for one that is gone', async () => {
    for (const query of ['', '?v=', '?v=0123456789abcdef']) {
      expect((await api.fetch(address + query)).headers.get('cache-control')).toBe('public, no-cache');
    }
  });

  it('is told by its content, and what is no whole picture changes nothing', async () => {
    const shown = await shownAddress();
    const wrong = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      aPhotograph.subarray(0, 200),
      Buffer.alloc(0),
    ];
    for (const content of wrong) {
      const refused = await bring(content);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        415,
        'request.unsupported_media_type',
      ]);
    }
    expect((await bring(Buffer.alloc(2_000_001))).status).toBe(413);
    expect((await bring(aPhotograph, admin, 'image/svg+xml')).status).toBe(415);
    expect(await shownAddress()).toBe(shown);
  });

  it('is another at another address when it is changed, whatever its sender calls it', async () => {
    const old = await shownAddress();
    const other = Buffer.concat([aPhotograph, Buffer.alloc(8)]);
    expect((await bring(other, admin, 'image/png')).status).toBe(204);
    const shown = await shownAddress();
    expect(shown).not.toBe(old);
    expect((await api.fetch(shown ?? '')).headers.get('content-type')).toBe('image/jpeg');
  });

  it('is changed and taken away by administrators alone', async () => {
    expect((await bring(aPhotograph, resident)).status).toBe(403);
    expect((await api.fetch(address, { method: 'DELETE', headers: { cookie: resident } })).status).toBe(403);
    expect(await shownAddress()).not.toBeNull();
  });

  it('is gone when it is taken away, once or twice, and the log says who did what once', async () => {
    for (const _ of [1, 2]) {
      expect((await api.fetch(address, { method: 'DELETE', headers: { cookie: admin } })).status).toBe(204);
    }
    expect(await shownAddress()).toBeNull();
    expect((await api.fetch(address)).status).toBe(404);
    expect(await audited()).toHaveLength(3);
  });

  it('goes with the thing', async () => {
    await addLamp();
    expect((await bring(aPhotograph, admin, 'image/jpeg', ofLamp)).status).toBe(204);
    expect((await api.fetch(lamp, { method: 'DELETE', headers: { cookie: admin } })).status).toBe(204);
    expect(await api.rows('SELECT FROM resource_picture')).toEqual([]);
  });

  it('finds no thing when that is deleted while it is brought, and nothing is written down', async () => {
    await addLamp();
    const before = await audited();
    const deleting = api.get(DataSource).createQueryRunner();
    await deleting.startTransaction();
    await deleting.query(`DELETE FROM resource WHERE slug = 'lamp'`);
    const brought = bring(aPhotograph, admin, 'image/jpeg', ofLamp);
    await eventually('the picture waits', isSomebodyWaiting);
    await deleting.commitTransaction();
    await deleting.release();
    const answer = await brought;
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not_found']);
    expect(await audited()).toEqual(before);
  });
});
