import type { Device, Paired, Pairing } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let admin: { cookie: string };
let staff: { cookie: string };

beforeAll(async () => {
  api = await RunningApi.start({ env: { PUBLIC_URL: 'https://hub.example', BRIDGE_MQTT_URL: 'mqtts://hub.example' } });
  admin = { cookie: await api.cookieOf('admin@digikeskus.example') };
  staff = { cookie: await api.cookieOf('staff@digikeskus.example') };
});

afterAll(() => api.remove());

const devices = '/api/v1/hubs/viitasaari/devices';

async function ask(kind: string): Promise<Pairing> {
  const response = await api.send('POST', '/api/v1/devices/pairings', { kind });
  return (await response.json()) as Pairing;
}

const enter = ({ code }: Pairing, name: string) => api.send('POST', devices, { code, name }, admin);
const claim = ({ pairingId, pollToken }: Pairing, keep?: string) =>
  api.send('POST', `/api/v1/devices/pairings/${pairingId}/claim`, { pollToken, ...(keep && { keep }) });
const whoAmI = (headers: Record<string, string>) => api.fetch('/api/v1/devices/current', { headers });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

async function paired(kind: string, name: string): Promise<Paired> {
  const pairing = await ask(kind);
  await enter(pairing, name);
  return (await (await claim(pairing)).json()) as Paired;
}

describe('a screen', () => {
  it('is paired by its code and keeps its credential in a cookie out of reach of scripts', async () => {
    const pairing = await ask('kiosk');
    expect((await claim(pairing, 'cookie')).status).toBe(202);
    expect((await enter(pairing, 'Aula')).status).toBe(201);
    const answer = await claim(pairing, 'cookie');
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ status: 'paired', token: null, broker: null });
    const [setCookie = ''] = answer.headers.getSetCookie();
    expect(setCookie).toMatch(/^__Host-device=dk_[\w-]{43}; /);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=34560000']) {
      expect(setCookie).toContain(flag);
    }
    const cookie = setCookie.split(';')[0] ?? '';
    const current = await whoAmI({ cookie });
    expect(await current.json()).toMatchObject({ kind: 'kiosk', name: 'Aula', hub: 'viitasaari' });
    expect(current.headers.getSetCookie()[0]).toContain(cookie);
    expect(await codeOf(await claim(pairing, 'cookie'))).toEqual([410, 'device.pairing_over']);
  });

  it('loses its credential at once when it is removed', async () => {
    const { device, token } = await paired('kiosk', 'Ovi');
    const authorization = `Bearer ${token}`;
    expect((await whoAmI({ authorization })).status).toBe(200);
    expect((await api.fetch(`${devices}/${device.id}`, { method: 'DELETE', headers: admin })).status).toBe(204);
    expect(await codeOf(await whoAmI({ authorization }))).toEqual([401, 'device.unknown']);
  });

  it.each([
    ['/api/v1/me', 401],
    ['/api/v1/bookings?mine=true', 401],
    [devices, 401],
    ['/api/v1/hubs/viitasaari/board', 200],
    ['/api/v1/hubs/viitasaari/printers', 200],
  ])('is to %s a visitor like any other', async (path, status) => {
    const { token } = await paired('kiosk', 'Aula');
    const response = await api.fetch(path, { headers: { authorization: `Bearer ${token}` } });
    expect([path, response.status]).toEqual([path, status]);
  });

  it('is not a person with a session', async () => {
    expect(await codeOf(await whoAmI(admin))).toEqual([401, 'device.unknown']);
    expect(await codeOf(await whoAmI({}))).toEqual([401, 'device.unknown']);
  });
});

describe('a bridge', () => {
  it('is told how to reach the broker from where it is', async () => {
    const { broker, device } = await paired('bridge', 'Verstas');
    expect(broker).toMatchObject({ url: 'mqtts://hub.example', username: `viitasaari/${device.bridge}` });
    expect(broker?.password).toHaveLength(43);
  });
});

describe('the devices of a hub', () => {
  it('are for its administrators alone', async () => {
    expect((await api.fetch(devices, { headers: staff })).status).toBe(403);
    expect((await api.send('POST', devices, { code: '2222-2222' }, staff)).status).toBe(403);
    expect((await api.fetch(devices)).status).toBe(401);
  });

  it('can be renamed', async () => {
    const { device } = await paired('kiosk', 'Aula');
    const renamed = await api.send('PATCH', `${devices}/${device.id}`, { name: 'Lasiseinä' }, admin);
    expect(await renamed.json()).toMatchObject({ id: device.id, name: 'Lasiseinä' });
    const { items } = (await (await api.fetch(devices, { headers: admin })).json()) as { items: Device[] };
    expect(items.find(({ id }) => id === device.id)?.name).toBe('Lasiseinä');
  });

  it('are not entered with a wrong code', async () => {
    expect(await codeOf(await api.send('POST', devices, { code: '2222-2222' }, admin))).toEqual([
      422,
      'device.code_invalid',
    ]);
  });
});
