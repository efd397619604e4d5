import type { Me } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const email = 'asukas@digikeskus.example';

describe.each([
  { publicUrl: 'http://127.0.0.1', name: 'session', secure: false },
  { publicUrl: 'https://hub.example', name: '__Host-session', secure: true },
])('a hub reached at $publicUrl', ({ publicUrl, name, secure }) => {
  let api: RunningApi;
  let setCookie: string;
  let token: string;
  let me: Me;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { PUBLIC_URL: publicUrl } });
    const code = await api.codeFor(email);
    const response = await api.send('POST', '/api/v1/auth/sessions', { email, code }, { 'accept-language': 'sv' });
    me = (await response.json()) as Me;
    setCookie = response.headers.getSetCookie()[0] ?? '';
    token = /=([^;]+)/.exec(setCookie)?.[1] ?? '';
  });

  afterAll(() => api.remove());

  const askAs = (cookie: string) => api.fetch('/api/v1/me', { headers: { cookie } });

  it('tells who has signed in', () => {
    expect(me).toMatchObject({ email, roles: [{ role: 'resident', hub: null }] });
  });

  it('gives a session cookie that scripts and other sites cannot use', () => {
    expect(setCookie).toMatch(new RegExp(`^${name}=[\\w-]{43}; `));
    expect(setCookie).toContain('HttpOnly');
    expect(setCookie).toContain('SameSite=Lax');
    expect(setCookie).toContain('Path=/');
    expect(setCookie).not.toContain('Domain');
    expect(setCookie.includes('Secure')).toBe(secure);
  });

  it('knows the session by that cookie and by no other', async () => {
    const other = secure ? 'session' : '__Host-session';
    expect((await askAs(`${name}=${token}`)).status).toBe(200);
    expect((await askAs(`${other}=${token}`)).status).toBe(401);
    expect((await askAs(`${name}=${token}x`)).status).toBe(401);
  });

  it('never takes up a token that was there before the sign-in, be it made up or of another session', async () => {
    for (const planted of ['p'.repeat(43), token]) {
      const code = await api.codeFor('staff@digikeskus.example');
      const wish = { email: 'staff@digikeskus.example', code };
      const response = await api.send('POST', '/api/v1/auth/sessions', wish, { cookie: `${name}=${planted}` });
      const given = /=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
      expect(given).toMatch(/^[\w-]{43}$/);
      expect(given).not.toBe(planted);
      const after = (await (await askAs(`${name}=${planted}`)).json()) as { email?: string };
      expect(after.email).not.toBe('staff@digikeskus.example');
    }
  });

  it(`${secure ? 'tells' : 'does not tell'} browsers to come over HTTPS only`, async () => {
    const response = await api.fetch('/health/live');
    expect(response.headers.has('strict-transport-security')).toBe(secure);
  });

  it('answers a request for a code alike whether the address has an account or not', async () => {
    const shapes = await Promise.all(
      [email, 'nobody-yet@digikeskus.example'].map(async (address) => {
        const response = await api.send('POST', '/api/v1/auth/codes', { email: address });
        return [response.status, Object.keys((await response.json()) as object)];
      }),
    );
    expect(shapes[0]).toEqual([202, ['expiresAt']]);
    expect(shapes[1]).toEqual(shapes[0]);
  });

  it('takes an address in any case as the same', async () => {
    const code = await api.codeFor('capital@digikeskus.example');
    const address = 'Capital@Digikeskus.example';
    const response = await api.send('POST', '/api/v1/auth/sessions', { email: address, code });
    expect(((await response.json()) as Me).email).toBe('capital@digikeskus.example');
  });

  it('ends the session when its owner signs out', async () => {
    const headers = { cookie: `${name}=${token}` };
    const response = await api.fetch('/api/v1/auth/sessions/current', { method: 'DELETE', headers });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(new RegExp(`^${name}=; .*Expires=Thu, 01 Jan 1970`));
    expect((await askAs(`${name}=${token}`)).status).toBe(401);
  });
});
