import type { TOTP } from 'otpauth';
import type { Me, ProblemDocument } from '#libs/contracts';
import { Database } from '#libs/platform';
import { addAuthenticatorApp } from '../../../../test/support/authenticator-app.js';
import { RunningApi } from '../../../../test/support/running-api.js';

const staffEmail = 'staff@digikeskus.example';
const staffRoute = '/api/v1/hubs/viitasaari/inductions';
let api: RunningApi;

beforeAll(async () => {
  api = await RunningApi.start({ env: { STAFF_SECOND_FACTOR: 'required' } });
});
afterAll(() => api.remove());

const get = (path: string, cookie: string) => api.fetch(path, { headers: { cookie } });
const codeOf = async (response: Response) =>
  response.status < 400 ? response.status : ((await response.json()) as ProblemDocument).code;
const meOf = async (cookie: string) => (await (await get('/api/v1/me', cookie)).json()) as Me;
const cookieIn = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const post = (path: string, cookie: string, body: unknown = {}) => api.send('POST', `/api/v1${path}`, body, { cookie });

describe('where staff need a second factor', () => {
  let first: string;
  let lifted: string;
  let app: TOTP;

  it('staff without one are residents who are told to set one up', async () => {
    first = await api.cookieOf(staffEmail);
    const me = await meOf(first);
    expect(me).toMatchObject({ needsSecondFactor: false, mustSetUpSecondFactor: true });
    expect(me.roles).toEqual([{ role: 'resident', hub: null }]);
    expect(await codeOf(await get('/api/v1/bookings', first))).toBe(200);
    expect(await codeOf(await get(staffRoute, first))).toBe('auth.second_factor_required');
  });

  it('setting one up opens their routes under a new token, and the old one is dead', async () => {
    ({ app, lifted } = await addAuthenticatorApp(api, first));
    expect(lifted).not.toBe(first);
    expect(await codeOf(await get(staffRoute, lifted))).toBe(200);
    expect(await codeOf(await get('/api/v1/me', first))).toBe('auth.required');
    expect((await meOf(lifted)).roles).toContainEqual({ role: 'staff', hub: 'viitasaari' });
  });

  it('the last one stays', async () => {
    const headers = { cookie: lifted };
    const response = await api.fetch('/api/v1/me/second-factors/totp', { method: 'DELETE', headers });
    expect(await codeOf(response)).toBe('second_factor.last');
  });

  it('a sign-in is half open until it was shown, and half open is nothing but who one is', async () => {
    const halfOpen = await api.cookieOf(staffEmail);
    expect(await meOf(halfOpen)).toMatchObject({ needsSecondFactor: true, methods: ['totp'] });
    for (const path of ['/bookings', '/print-jobs', '/me/second-factors', '/hubs/viitasaari/inductions']) {
      expect([path, await codeOf(await get(`/api/v1${path}`, halfOpen))]).toEqual([
        path,
        'auth.second_factor_required',
      ]);
    }
    for (const path of ['/me/second-factors/totp', '/me/second-factors/recovery-codes', '/bookings']) {
      expect([path, await codeOf(await post(path, halfOpen))]).toEqual([path, 'auth.second_factor_required']);
    }
    const guess = { code: String((Number(app.generate()) + 500_000) % 1_000_000).padStart(6, '0') };
    expect(await codeOf(await post('/auth/second-factor/totp', halfOpen, guess))).toBe('auth.second_factor_invalid');
    const headers = { cookie: halfOpen };
    const signOut = await api.fetch('/api/v1/auth/sessions/current', { method: 'DELETE', headers });
    expect(signOut.status).toBe(204);
  });

  it('the code of the app opens it under a new token', async () => {
    // Codes of this step and the one before may be used up; the step itself is tested with a clock of its own.
    await api.get(Database).query('UPDATE totp SET last_step = 0');
    const halfOpen = await api.cookieOf(staffEmail);
    const response = await post('/auth/second-factor/totp', halfOpen, { code: app.generate() });
    expect(await codeOf(response)).toBe(200);
    expect(await codeOf(await get(staffRoute, cookieIn(response)))).toBe(200);
    expect(await codeOf(await get('/api/v1/me', halfOpen))).toBe('auth.required');
  });

  it('an administrator resets it, which ends the sessions and writes to the person; nobody resets their own', async () => {
    const admin = await addAuthenticatorApp(api, await api.cookieOf('admin@digikeskus.example'));
    const [person, self] = [(await meOf(lifted)).id, (await meOf(admin.lifted)).id];
    const reset = (id: string) =>
      api.fetch(`/api/v1/people/${id}/second-factors`, { method: 'DELETE', headers: { cookie: admin.lifted } });
    expect(await codeOf(await reset(self))).toBe('auth.forbidden');
    expect((await reset(person)).status).toBe(204);
    expect(await codeOf(await get('/api/v1/me', lifted))).toBe('auth.required');
    const entries = await api
      .get(Database)
      .query(`SELECT account_id FROM audit_entry WHERE action = 'second-factor.reset' AND subject_id = $1`, [person]);
    expect(entries).toEqual([{ account_id: self }]);
    expect(await meOf(await api.cookieOf(staffEmail))).toMatchObject({ mustSetUpSecondFactor: true, methods: [] });
  });
});
