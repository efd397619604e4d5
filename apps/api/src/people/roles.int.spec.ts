import type { Me } from '#libs/contracts';
import { Database } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let admin: string;
let resident: string;
let system: string;

beforeAll(async () => {
  api = await RunningApi.start({ env: { SYSTEM_ADMIN_EMAIL: 'root@town.example, Other@Town.Example' } });
  admin = await api.cookieOf('admin@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
  system = await api.cookieOf('other@town.example');
});
afterAll(() => api.remove());

const ask = (cookie: string, method: string, path: string) =>
  api.fetch(`/api/v1${path}`, { method, headers: { cookie } });
const me = async (cookie: string) => (await (await ask(cookie, 'GET', '/me')).json()) as Me;
const rolePath = async (cookie: string, role = 'staff') => `/people/${(await me(cookie)).id}/roles/viitasaari/${role}`;
const seesRules = async (cookie: string) => (await ask(cookie, 'GET', '/hubs/viitasaari/policies')).status;

describe('a role over HTTP', () => {
  it('holds from the next request on, and is gone with the next one', async () => {
    const path = await rolePath(resident);
    expect(await seesRules(resident)).toBe(403);
    expect((await ask(admin, 'PUT', path)).status).toBe(204);
    expect(await seesRules(resident)).toBe(200);
    expect((await ask(admin, 'DELETE', path)).status).toBe(204);
    expect(await seesRules(resident)).toBe(403);
  });

  it('is none of a resident’s business, and is one of those there are', async () => {
    expect((await ask(resident, 'PUT', await rolePath(resident))).status).toBe(403);
    expect((await ask('', 'PUT', await rolePath(resident))).status).toBe(401);
    expect((await ask(admin, 'PUT', await rolePath(resident, 'system'))).status).toBe(400);
  });

  it('is recorded with the session from which it was given', async () => {
    const path = await rolePath(resident);
    await ask(admin, 'PUT', path);
    await ask(admin, 'DELETE', path);
    const entries = await api.get(Database).query(
      `SELECT DISTINCT e.action FROM audit_entry e JOIN session s ON s.id = e.session_id AND s.account_id = e.account_id
       WHERE e.action LIKE 'role.%' ORDER BY 1`,
    );
    expect(entries).toEqual([{ action: 'role.grant' }, { action: 'role.revoke' }]);
  });
});

describe('a system administrator', () => {
  it('is whoever signs in from an address of the settings, and administers every hub', async () => {
    const { roles } = await me(system);
    expect(roles).toContainEqual({ role: 'system', hub: null });
    expect(roles).toContainEqual({ role: 'admin', hub: 'viitasaari' });
    expect(await seesRules(system)).toBe(200);
    expect((await ask(system, 'PUT', await rolePath(resident))).status).toBe(204);
    expect((await ask(system, 'DELETE', await rolePath(resident))).status).toBe(204);
  });

  it('has no need of a role, and is given none by himself', async () => {
    expect((await ask(system, 'PUT', await rolePath(system))).status).toBe(403);
    expect((await me(resident)).roles).toEqual([{ role: 'resident', hub: null }]);
  });
});
