import {
  bookingSchema,
  closureListSchema,
  closureResultSchema,
  hubSchema,
  impactSchema,
  printerSchema,
  waitingEntrySchema,
  waitingListSchema,
  type Booking,
} from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let opensAt: number;
let resident: string;
let other: string;
let staff: string;

beforeAll(async () => {
  api = await RunningApi.start();
  [resident, other, staff] = [
    await api.cookieOf('asukas@digikeskus.example'),
    await api.cookieOf('toinen@digikeskus.example'),
    await api.cookieOf('staff@digikeskus.example'),
  ];
  const hub = hubSchema.parse(await (await api.fetch('/api/v1/hubs/viitasaari')).json());
  const tomorrow = Date.now() + 86_400_000;
  opensAt = Math.min(...hub.opening.map(({ startsAt }) => Date.parse(startsAt)).filter((start) => start > tomorrow));
});
afterAll(() => api.remove());

/** Hours after the opening of some day that is yet to come. */
const at = (hour: number) => new Date(opensAt + hour * 3_600_000).toISOString();
const wish = () => ({ hub: 'viitasaari', startsAt: at(3), endsAt: at(4) });
const waitingWish = (changes: object) => ({
  hub: 'viitasaari',
  from: at(3),
  to: at(4),
  durationMinutes: 60,
  ...changes,
});
const closure = (changes: object = {}) => ({ from: at(-1), to: at(12), reason: 'Vesivahinko', ...changes });

const send = (cookie: string, method: string, path: string, body: unknown = {}) =>
  api.send(method, `/api/v1${path}`, body, { cookie });
const get = (cookie: string, path: string) => api.fetch(`/api/v1${path}`, { headers: { cookie } });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const book = async (cookie: string, target: object): Promise<Booking> =>
  bookingSchema.parse(await (await send(cookie, 'POST', '/bookings', { ...wish(), ...target })).json());
const statusOf = async (cookie: string, id: string) =>
  bookingSchema.parse(await (await get(cookie, `/bookings/${id}`)).json()).status;

describe('over HTTP', () => {
  it('somebody joins the waiting list, is offered what is freed, and accepts it', async () => {
    const { id } = await book(resident, { resource: 'podcast-room' });
    const joined = await send(other, 'POST', '/waiting-list', waitingWish({ resource: 'podcast-room' }));
    expect(joined.status).toBe(201);
    const entry = waitingEntrySchema.parse(await joined.json());
    expect(entry.status).toBe('waiting');
    expect((await send(resident, 'POST', `/bookings/${id}/cancel`)).status).toBe(200);
    const { items } = waitingListSchema.parse(await (await get(other, '/waiting-list?mine=true')).json());
    expect(items.map(({ id, status }) => [id, status])).toEqual([[entry.id, 'offered']]);
    expect(await codeOf(await send(resident, 'POST', `/waiting-list/${entry.id}/accept`))).toEqual([404, 'not_found']);
    const accepted = await send(other, 'POST', `/waiting-list/${entry.id}/accept`);
    expect(bookingSchema.parse(await accepted.json())).toMatchObject({ status: 'confirmed' });
    const again = await api.fetch(`/api/v1/waiting-list/${entry.id}`, { method: 'DELETE', headers: { cookie: other } });
    expect(await codeOf(again)).toEqual([409, 'waiting.wrong_state']);
  });

  it.each([
    ['no target', () => waitingWish({})],
    ['two targets', () => waitingWish({ resource: 'studio', pool: 'pc' })],
    ['an end before the start', () => waitingWish({ resource: 'studio', to: at(2) })],
    ['a window that is shorter than the wish', () => waitingWish({ resource: 'studio', durationMinutes: 90 })],
    ['400 days', () => waitingWish({ resource: 'studio', to: at(400 * 24) })],
    ['no minutes', () => waitingWish({ resource: 'studio', durationMinutes: 0 })],
  ])('a waiting wish with %s is 400', async (_name, body) => {
    expect(await codeOf(await send(resident, 'POST', '/waiting-list', body()))).toEqual([400, 'request.invalid']);
  });

  it('a waiting wish for the year 9999 is refused with a reason, and one for an unknown thing is 404', async () => {
    const far = { from: '9999-12-01T10:00:00Z', to: '9999-12-01T12:00:00Z', resource: 'studio' };
    const refusal = await send(resident, 'POST', '/waiting-list', waitingWish(far));
    expect(await codeOf(refusal)).toEqual([422, 'booking.refused']);
    const unknown = await send(resident, 'POST', '/waiting-list', waitingWish({ resource: 'sauna' }));
    expect(await codeOf(unknown)).toEqual([404, 'not_found']);
  });

  it('staff see what breaking a headset would do, do it, and mend it', async () => {
    const booking = await book(resident, { pool: 'vr-headset' });
    const path = `/hubs/viitasaari/resources/${booking.resources[0]?.slug}`;
    expect(await codeOf(await send(resident, 'POST', `${path}/out-of-order`, { reason: 'x' }))).toEqual([
      403,
      'auth.forbidden',
    ]);
    const preview = impactSchema.parse(
      await (await send(staff, 'POST', `${path}/out-of-order/preview`, { reason: 'Linssi' })).json(),
    );
    const done = impactSchema.parse(
      await (await send(staff, 'POST', `${path}/out-of-order`, { reason: 'Linssi' })).json(),
    );
    expect(done).toEqual(preview);
    expect(done.moved.map(({ id }) => id)).toEqual([booking.id]);
    expect(await statusOf(resident, booking.id)).toBe('confirmed');
    expect((await send(staff, 'POST', `${path}/in-order`)).status).toBe(204);
  });

  it('staff put a printer out of order and in order under its own address', async () => {
    const body = { reason: 'Suutin tukossa', until: at(12) };
    expect((await send(staff, 'POST', '/printers/printer-1/out-of-order/preview', body)).status).toBe(200);
    expect((await send(staff, 'POST', '/printers/printer-1/out-of-order', body)).status).toBe(200);
    const shown = async () => printerSchema.parse(await (await get(staff, '/printers/printer-1')).json()).outOfOrder;
    expect(await shown()).toMatchObject({ reason: 'Suutin tukossa' });
    expect((await send(staff, 'POST', '/printers/printer-1/in-order')).status).toBe(204);
    expect(await shown()).toBeNull();
    expect(await codeOf(await send(staff, 'POST', '/printers/studio/in-order'))).toEqual([404, 'not_found']);
  });

  it('staff see what closing the hub would do, close it, and lift the closure', async () => {
    const booking = await book(resident, { resource: 'studio' });
    expect(await codeOf(await send(resident, 'POST', '/hubs/viitasaari/closures', closure()))).toEqual([
      403,
      'auth.forbidden',
    ]);
    const preview = await send(staff, 'POST', '/hubs/viitasaari/closures/preview', closure());
    expect(preview.status).toBe(200);
    const { impact } = closureResultSchema.parse(await preview.json());
    expect(impact.cancelled.map(({ id }) => id)).toContain(booking.id);
    expect(await statusOf(resident, booking.id)).toBe('confirmed');
    const closed = await send(staff, 'POST', '/hubs/viitasaari/closures', closure());
    expect(closed.status).toBe(201);
    const { closure: made } = closureResultSchema.parse(await closed.json());
    expect(await statusOf(resident, booking.id)).toBe('cancelled');
    const list = async () =>
      closureListSchema.parse(await (await api.fetch('/api/v1/hubs/viitasaari/closures')).json()).items;
    expect(await list()).toEqual([made]);
    const path = `/api/v1/hubs/viitasaari/closures/${made.id}`;
    expect((await api.fetch(path, { method: 'DELETE', headers: { cookie: staff } })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it.each([
    ['that ends before it begins', () => closure({ to: at(-2) })],
    ['without a reason', () => closure({ reason: ' ' })],
    ['of the past', () => closure({ from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' })],
  ])('a closure %s is 400', async (_name, body) => {
    const response = await send(staff, 'POST', '/hubs/viitasaari/closures', body());
    expect(await codeOf(response)).toEqual([400, 'request.invalid']);
  });
});
