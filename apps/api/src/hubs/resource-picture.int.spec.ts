import { aPhotograph } from '../../../../test/support/a-photograph.js';
import { RunningApi } from '../../../../test/support/running-api.js';

const things = '/api/v1/hubs/viitasaari/resources';
const address = `${things}/studio/picture`;

let api: RunningApi;
let admin: string;
let resident: string;

beforeAll(async () => {
  api = await RunningApi.start();
  admin = await api.cookieOf('admin@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

function bring(content: Uint8Array, cookie = admin, type = 'image/jpeg'): Promise<Response> {
  return api.fetch(address, { method: 'PUT', headers: { cookie, 'content-type': type }, body: content });
}

async function shownAddress(): Promise<string | null> {
  const { items } = (await (await api.fetch(things)).json()) as { items: { slug: string; picture: string | null }[] };
  return items.find(({ slug }) => slug === 'studio')?.picture ?? null;
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
    const thing = { slug: 'lamp', name: { fi: 'Lamppu' }, category: 'room' };
    const headers = { cookie: admin, 'content-type': 'application/json' };
    expect((await api.fetch(things, { method: 'POST', headers, body: JSON.stringify(thing) })).status).toBe(201);
    const path = `${things}/lamp`;
    const jpeg = { cookie: admin, 'content-type': 'image/jpeg' };
    expect((await api.fetch(`${path}/picture`, { method: 'PUT', headers: jpeg, body: aPhotograph })).status).toBe(204);
    expect((await api.fetch(path, { method: 'DELETE', headers: { cookie: admin } })).status).toBe(204);
    expect(await api.rows('SELECT FROM resource_picture')).toEqual([]);
  });
});
