import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { problemSchema, type ProblemDocument } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let webRoot: string;
let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'digikeskus-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<title>The web app</title>');
  await writeFile(join(webRoot, 'assets/app.js'), 'start()');
  await writeFile(join(webRoot, 'assets/app.js.br'), brotliCompressSync('start()'));
  api = await RunningApi.start({ webRoot, env: { TRUST_PROXY: 'loopback' } });
  cookie = await api.cookieOf('asukas@digikeskus.example');
});

afterAll(async () => {
  await api.remove();
  await rm(webRoot, { recursive: true });
});

/** @throws when the answer is no problem document, or one of another status */
async function problemOf(response: Response): Promise<ProblemDocument> {
  const contentType = response.headers.get('content-type') ?? '';
  if (!contentType.startsWith('application/problem+json')) throw new Error(`it is ${contentType}`);
  const document = problemSchema.parse(await response.json());
  if (document.status !== response.status) throw new Error(`it says ${document.status} in a ${response.status}`);
  return document;
}

const codeOf = async (response: Response) => (await problemOf(response)).code;

const postRaw = (contentType: string, body: string | URLSearchParams, path = '/api/v1/auth/codes') =>
  api.fetch(path, { method: 'POST', headers: { 'content-type': contentType }, body });

describe('a refusal', () => {
  it('of a body that is no JSON is 400', async () => {
    const response = await postRaw('application/json', '{"email": ');
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('request.invalid');
  });

  it('of a body with wrong fields is 400 and names each of them', async () => {
    const response = await api.send('POST', '/api/v1/auth/sessions', { email: 'nobody', code: 12 });
    const { errors } = await problemOf(response);
    expect(errors?.map((error) => error.path)).toEqual(['email', 'code']);
  });

  it('of a missing body is 400', async () => {
    expect(await codeOf(await api.fetch('/api/v1/auth/codes', { method: 'POST' }))).toBe('request.invalid');
  });

  it.each(['__proto__', 'constructor'])('of a body that reaches for %s is 400', async (key) => {
    const body = `{"email": "a@digikeskus.example", "${key}": {"prototype": {"admin": true}}}`;
    expect(await codeOf(await postRaw('application/json', body))).toBe('request.invalid');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(['/api/v1/nothing', '/api/nothing', '/api', '/api/v1/hubs/viitasaari/nothing', '/health/nothing'])(
    'of the unknown address %s is 404',
    async (path) => {
      expect(await codeOf(await api.fetch(path))).toBe('not_found');
    },
  );

  it.each(['/api/v1/hubs/%E0%A4%A', '/api/v1/hubs/%'])('of the broken address %s is 400', async (path) => {
    expect(await codeOf(await api.fetch(path))).toBe('request.invalid');
  });

  it('of a name that is too long is 400', async () => {
    expect(await codeOf(await api.fetch(`/api/v1/hubs/${'x'.repeat(5000)}`))).toBe('request.invalid');
  });

  it('of an unknown method of a known address is 404', async () => {
    expect(await codeOf(await api.send('PUT', '/api/v1/me', {}))).toBe('not_found');
  });

  it('of a body over the limit is 413', async () => {
    const response = await api.send('POST', '/api/v1/auth/codes', { email: 'x'.repeat(300_000) });
    expect(await codeOf(response)).toBe('request.too_large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'of a body of type %s is 415',
    async (contentType) => {
      expect(await codeOf(await postRaw(contentType, 'email=a@digikeskus.example'))).toBe(
        'request.unsupported_media_type',
      );
    },
  );

  it('of an upload that is no multipart is 415', async () => {
    const response = await api.send('POST', '/api/v1/print-jobs', {}, { cookie });
    expect(await codeOf(response)).toBe('request.unsupported_media_type');
  });

  it('of somebody who has not signed in is 401, whatever the body', async () => {
    expect(await codeOf(await api.send('POST', '/api/v1/bookings', 'nonsense'))).toBe('auth.required');
  });

  it('of a resident at a staff route is 403', async () => {
    const id = '019a0000-0000-7000-8000-000000000001';
    const response = await api.send('POST', `/api/v1/print-jobs/${id}/approve`, {}, { cookie });
    expect(await codeOf(response)).toBe('auth.forbidden');
  });

  it('speaks the language the caller asked for', async () => {
    const titles = await Promise.all(
      ['fi-FI', 'sv', 'en-GB, fi;q=0.5'].map(async (language) => {
        const response = await api.fetch('/api/v1/me', { headers: { 'accept-language': language } });
        expect(response.headers.get('vary')).toContain('accept-language');
        const { title } = await problemOf(response);
        return [response.headers.get('content-language'), title];
      }),
    );
    expect(titles).toEqual([
      ['fi', 'Kirjaudu ensin sisään.'],
      ['sv', 'Logga in först.'],
      ['en', 'Sign in first.'],
    ]);
  });

  it('has an id of its own and names the address without its query', async () => {
    const [first, second] = await Promise.all(
      ['a', 'b'].map(async (text) => problemOf(await api.fetch(`/api/v1/me?secret=${text}`))),
    );
    expect(first?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.requestId).not.toBe(second?.requestId);
    expect(first?.instance).toBe('/api/v1/me');
  });
});

describe('a change that another site asked for', () => {
  const ask = (headers: Record<string, string>) =>
    api.send('PATCH', '/api/v1/me', { displayName: 'Mallory' }, { cookie, ...headers });

  it.each([
    ['an origin that is not ours', { origin: 'https://evil.example' }],
    ['no origin at all, as from a sandbox', { origin: 'null' }],
    ['our host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_name, headers) => {
    expect(await codeOf(await ask(headers))).toBe('auth.cross_origin');
  });

  it.each([
    ['from our own page', () => ({ origin: api.url })],
    ['through a proxy that speaks for our host', () => proxied('https://hub.example')],
    ['by a program', () => ({})],
  ])('is not one %s', async (_name, headers) => {
    expect((await ask(headers() as Record<string, string>)).status).toBe(200);
  });

  const proxied = (origin: string) => ({ origin, 'x-forwarded-host': new URL(origin).host });
});

describe('the web app', () => {
  it.each(['/', '/viitasaari', '/staff', '/kiosk/viitasaari', '/p/printer-1'])('is at %s', async (path) => {
    const response = await api.fetch(path);
    expect([response.status, await response.text()]).toEqual([200, '<title>The web app</title>']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('has files that a browser may keep for good', async () => {
    const response = await api.fetch('/assets/app.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('sends the copy that the build has compressed, to whom it suits', async () => {
    const encodingFor = async (accepted: string) => {
      const response = await api.fetch('/assets/app.js', { headers: { 'accept-encoding': accepted } });
      expect(await response.text()).toBe('start()');
      expect(response.headers.get('cache-control')).toContain('immutable');
      return response.headers.get('content-encoding');
    };
    expect([await encodingFor('br, gzip'), await encodingFor('identity')]).toEqual(['br', null]);
  });

  it.each(['/assets/nothing.js', '/assets/../../package.json', '/%2e%2e/package.json', '/.env'])(
    'has nothing at %s',
    async (path) => {
      expect(await codeOf(await api.fetch(path))).toBe('not_found');
    },
  );
});
