import type { Booking, Paired, Pairing, ProblemDocument } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let admin: { cookie: string };

beforeAll(async () => {
  api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: '1' } });
  admin = { cookie: await api.cookieOf('admin@digikeskus.example') };
});
afterAll(() => api.remove());

async function paired(kind: 'kiosk' | 'bridge', name: string): Promise<string> {
  const pairing = (await (await api.send('POST', '/api/v1/devices/pairings', { kind })).json()) as Pairing;
  await api.send('POST', '/api/v1/hubs/viitasaari/devices', { code: pairing.code, name }, admin);
  const { pairingId, pollToken } = pairing;
  const claimed = await api.send('POST', `/api/v1/devices/pairings/${pairingId}/claim`, { pollToken });
  return ((await claimed.json()) as Paired).token ?? '';
}

async function enter(code: string, token: string, hub = 'viitasaari'): Promise<[number, string | undefined]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await api.send('POST', `/api/v1/hubs/${hub}/kiosk/check-in`, { code }, headers);
  return [answer.status, ((await answer.json()) as Partial<ProblemDocument>).code];
}

/** A booking of this moment, whatever the time of day the test runs at. */
async function aBooking(resource: string): Promise<Booking> {
  const startsAt = new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 48 * 3_600_000);
  const hours = [{ opens: '00:00', closes: '24:00' }];
  const everyDay = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));
  await api.send('PUT', '/api/v1/hubs/viitasaari/opening/week', everyDay, admin);
  const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 1_800_000).toISOString() };
  const made = await api.send('POST', '/api/v1/bookings', { resource, ...times }, admin);
  expect(made.status).toBe(201);
  const booking = (await made.json()) as Booking;
  const shift = `starts_at - now() + interval '5 minutes'`;
  await api.rows(
    `WITH moved AS (
       UPDATE allocation x SET during = tstzrange(lower(during) - shift.by, upper(during) - shift.by)
       FROM (SELECT id, ${shift} AS by FROM booking WHERE id = $1) shift WHERE x.booking_id = shift.id RETURNING shift.*)
     UPDATE booking b SET starts_at = starts_at - moved.by, ends_at = ends_at - moved.by FROM moved WHERE b.id = moved.id`,
    [booking.id],
  );
  return booking;
}

describe('a screen of the hub', () => {
  it('checks in whoever enters the code of a booking', async () => {
    const { id, checkInCode = '' } = await aBooking('podcast-room');
    const token = await paired('kiosk', 'Aula');
    expect(await enter(checkInCode, token)).toEqual([200, undefined]);
    const seen = await api.fetch(`/api/v1/bookings/${id}`, { headers: admin });
    expect(await seen.json()).toMatchObject({ status: 'in_use' });
    expect(await enter(checkInCode, token)).toEqual([409, 'booking.already_checked_in']);
  });

  it('rests after ten wrong codes, and right ones do not count', async () => {
    const { checkInCode = '' } = await aBooking('studio');
    const token = await paired('kiosk', 'Ovi');
    const other = await paired('kiosk', 'Sali');
    const wrong = checkInCode === '000000' ? '000001' : '000000';
    for (let n = 0; n < 12; n += 1) expect((await enter(checkInCode, token))[0]).toBe(n === 0 ? 200 : 409);
    for (let n = 0; n < 10; n += 1) {
      expect(await enter(wrong, token)).toEqual([422, 'booking.check_in_code_unknown']);
    }
    expect(await enter(checkInCode, token)).toEqual([429, 'rate_limited']);
    expect((await enter(checkInCode, other))[0]).toBe(409);
  });

  it('checks in nobody elsewhere, and a bridge nobody at all', async () => {
    expect(await enter('000000', await paired('kiosk', 'Piha'), 'naapuri')).toEqual([403, 'auth.forbidden']);
    expect(await enter('000000', await paired('bridge', 'Silta'))).toEqual([403, 'auth.forbidden']);
    expect(await enter('000000', 'dk_nobody')).toEqual([401, 'device.unknown']);
  });

  it('wants six digits', async () => {
    const token = await paired('kiosk', 'Eteinen');
    for (const code of ['12345', '1234567', 'abcdef', '']) expect((await enter(code, token))[0]).toBe(400);
  });
});
