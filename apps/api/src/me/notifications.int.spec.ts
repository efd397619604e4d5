import type { StaffNotifications } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';
import { unzip } from '../../../../test/support/unzip.js';

const systemAdmin = 'jarjestelma@digikeskus.example';

let api: RunningApi;
let staff: string;

beforeAll(async () => {
  api = await RunningApi.start({ env: { SYSTEM_ADMIN_EMAIL: systemAdmin } });
  staff = await api.cookieOf('staff@digikeskus.example');
});
afterAll(() => api.remove());

const show = async (cookie: string) => {
  const response = await api.fetch('/api/v1/me/notifications', { headers: { cookie } });
  return ((await response.json()) as { items: StaffNotifications[] }).items;
};
const choose = (cookie: string, topics: unknown, hub = 'viitasaari') =>
  api.send('PUT', `/api/v1/me/notifications/${hub}`, { topics }, { cookie });

describe('what staff want to be told by mail', () => {
  it('is nothing until they choose it, and then what they chose last', async () => {
    expect(await show(staff)).toMatchObject([{ hub: 'viitasaari', topics: [] }]);
    const chosen = await choose(staff, ['fault', 'too_hot', 'fault']);
    expect(await chosen.json()).toMatchObject({ hub: 'viitasaari', topics: ['fault', 'too_hot'] });
    await choose(staff, ['fault', 'alarm']);
    expect(await show(staff)).toMatchObject([{ topics: ['alarm', 'fault'] }]);
    await choose(staff, []);
    expect(await show(staff)).toMatchObject([{ topics: [] }]);
  });

  it('is one person’s own', async () => {
    await choose(staff, ['fault']);
    expect(await show(await api.cookieOf('admin@digikeskus.example'))).toMatchObject([{ topics: [] }]);
  });

  it('is asked of nobody else', async () => {
    const resident = await api.cookieOf('asukas@digikeskus.example');
    const answers = [
      await choose(resident, ['fault']),
      await api.fetch('/api/v1/me/notifications', { headers: { cookie: resident } }),
      await choose(staff, ['fault'], 'elsewhere'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'auth.forbidden' });
    }
  });

  it('is nothing that nobody has heard of', async () => {
    for (const topics of [['weather'], 'fault', undefined]) expect((await choose(staff, topics)).status).toBe(400);
  });

  it('can be chosen in every hub by whoever the settings name', async () => {
    const cookie = await api.cookieOf(systemAdmin);
    expect((await choose(cookie, ['alarm'])).status).toBe(200);
    expect(await show(cookie)).toMatchObject([{ hub: 'viitasaari', topics: ['alarm'] }]);
  });

  it('comes with the person’s own data', async () => {
    await choose(staff, ['fault']);
    const headers = { cookie: staff, 'accept-language': 'fi' };
    const answer = await api.fetch('/api/v1/me/export', { headers });
    const files = await unzip(Buffer.from(await answer.arrayBuffer()));
    expect(String(files.get('index.html'))).toContain('vikailmoitukset');
    expect(String(files.get('data.json'))).toContain('staffNotifications');
  });
});
