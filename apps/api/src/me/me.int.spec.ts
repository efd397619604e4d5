import type { Profile } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  api = await RunningApi.start();
  cookie = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

async function show() {
  const response = await api.fetch('/api/v1/me', { headers: { cookie } });
  return (await response.json()) as Profile;
}

const change = (body: unknown) => api.send('PATCH', '/api/v1/me', body, { cookie });

describe('one’s own profile', () => {
  it('begins with what signing in told', async () => {
    expect(await show()).toMatchObject({ phone: null, municipality: null, ageGroup: null, organisations: [] });
  });

  it('keeps what somebody tells of himself, and forgets what is taken away', async () => {
    const told = { displayName: 'Aino', phone: '+358 40 123 4567', municipality: 'Viitasaari', ageGroup: '18_29' };
    const changed = await change({ ...told, locale: 'sv', reminders: false });
    expect(await changed.json()).toMatchObject({ ...told, locale: 'sv', reminders: false });
    expect(await show()).toMatchObject({ ...told, locale: 'sv', reminders: false });
    await change({ phone: null, ageGroup: null });
    expect(await show()).toMatchObject({
      displayName: 'Aino',
      phone: null,
      municipality: 'Viitasaari',
      ageGroup: null,
    });
  });

  it('takes neither words for a number nor an age group of its own', async () => {
    for (const body of [{ phone: 'call me' }, { phone: '' }, { ageGroup: '20_30' }, { municipality: ' ' }]) {
      expect([body, (await change(body)).status]).toEqual([body, 400]);
    }
  });
});
