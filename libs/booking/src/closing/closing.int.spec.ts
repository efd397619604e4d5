import type { CreateBooking, Impact } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tally } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { ClosureService } from './closure.service.js';
import { OutOfOrderService } from './out-of-order.service.js';
import { WaitingListService } from '../waiting-list/waiting-list.service.js';

let fixture: BookingFixture;
let service: BookingService;
let closures: ClosureService;
let things: OutOfOrderService;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  service = fixture.get(BookingService);
  closures = fixture.get(ClosureService);
  things = fixture.get(OutOfOrderService);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

const time = (from: string, to: string) => ({ startsAt: `2026-01-12T${from}:00Z`, endsAt: `2026-01-12T${to}:00Z` });
const monday = { from: '2026-01-12T08:00:00Z', to: '2026-01-12T16:00:00Z', reason: 'Putkirikko' };
const putOut = (resource: string, until?: string, isPreview = false) =>
  things.putOut({ hub: 'test-hub', resource }, { reason: 'Linssi rikki', until }, { asking: staff, isPreview });
const close = (isPreview = false) => closures.close('test-hub', monday, { asking: staff, isPreview });
const book = async (wish: Partial<CreateBooking>, asking?: Asking) =>
  fixture.book(wish, asking ?? (await fixture.aPerson()));
const idsOf = (bookings: readonly { id: string }[]) => bookings.map((booking) => booking.id);

/** Every letter that is on its way to somebody. */
async function lettersTo(asking: Asking): Promise<{ template: string; params: Record<string, string> }[]> {
  const rows = await fixture.database.query<{ payload: { template: string; params: Record<string, string> } }>(
    `SELECT payload FROM outbox WHERE job_name = 'mail.send' AND payload ->> 'to' = $1
       AND payload ->> 'template' <> 'bookingConfirmed'`,
    [asking.viewer.email],
  );
  return rows.map((row) => row.payload);
}

/** What a preview must leave as it is. */
function everything(): Promise<unknown[]> {
  return fixture.database.query(
    `SELECT (SELECT jsonb_agg(b ORDER BY b.id) FROM booking b) AS bookings,
       (SELECT jsonb_agg(a ORDER BY a.id) FROM allocation a) AS allocations,
       (SELECT jsonb_agg(r ORDER BY r.id) FROM resource r) AS resources,
       (SELECT count(*) FROM closure) AS closures, (SELECT count(*) FROM outbox) AS jobs,
       (SELECT count(*) FROM audit_entry) AS records, (SELECT jsonb_agg(w ORDER BY w.id) FROM waiting_entry w) AS line`,
  );
}

describe('putting a thing out of order', () => {
  it('moves the bookings of a pool to other units without a word to their people', async () => {
    const resident = await fixture.aPerson();
    const booking = await book({ pool: 'vr-headset' }, resident);
    expect(booking.resources[0]?.slug).toBe('vr-1');
    const impact = await putOut('vr-1');
    expect(impact).toMatchObject({
      moved: [{ id: booking.id, title: 'VR headset', from: 'vr-1', to: 'vr-2' }],
      cancelled: [],
      ongoing: [],
    });
    expect((await service.get(booking.id, resident)).resources.map((unit) => unit.slug)).toEqual(['vr-2']);
    expect(await lettersTo(resident)).toEqual([]);
  });

  it('moves others of the pool along when that saves a booking', async () => {
    await book({ resource: 'vr-4', ...time('10:00', '13:00') }, staff);
    const long = await book({ pool: 'vr-headset', ...time('10:00', '13:00') });
    const early = await book({ pool: 'vr-headset', ...time('10:00', '11:00') });
    const placeholder = await book({ pool: 'vr-headset', ...time('12:00', '13:00') }, staff);
    const late = await book({ pool: 'vr-headset', ...time('12:00', '13:00') });
    await service.cancel(placeholder.id, staff);
    const units = [long, early, late].map((booking) => booking.resources[0]?.slug);
    expect(new Set(units)).toEqual(new Set(['vr-1', 'vr-2', 'vr-3']));
    const { moved, cancelled } = await putOut(units[0] ?? '');
    expect(cancelled).toEqual([]);
    expect(idsOf(moved)).toContain(long.id);
    expect(moved).toHaveLength(2);
  });

  it('saves whom it can when there is not room for all', async () => {
    for (const unit of ['vr-2', 'vr-3', 'vr-4']) await book({ resource: unit, ...time('12:00', '13:00') }, staff);
    const saved = await book({ pool: 'vr-headset', ...time('14:00', '15:00') });
    const lost = await book({ pool: 'vr-headset', ...time('12:00', '13:00') });
    const unit = (booking: typeof lost) => booking.resources[0]?.slug;
    expect(unit(lost)).toBe('vr-1');
    const moved = (await putOut('vr-1')).moved;
    expect(idsOf(moved)).toEqual(unit(saved) === 'vr-1' ? [saved.id] : []);
    expect(await statuses([saved.id, lost.id])).toEqual(['confirmed', 'cancelled']);
  });

  it('cancels what cannot move, with a reason and alternatives that can be booked', async () => {
    const resident = await fixture.aPerson();
    const booking = await book({ resource: 'podcast-room' }, resident);
    const { cancelled } = await putOut('podcast-room', '2026-01-13T00:00:00Z');
    expect(idsOf(cancelled)).toEqual([booking.id]);
    expect((await service.get(booking.id, resident)).status).toBe('cancelled');
    const [letter, ...others] = await lettersTo(resident);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      template: 'bookingLost',
      params: { reason: 'Linssi rikki', title: 'podcast-room' },
    });
    expect(letter?.params['alternatives']).toContain('studio');
    const alternatives = cancelled[0]?.alternatives ?? [];
    expect(alternatives.length).toBeGreaterThan(1);
    for (const { startsAt, endsAt, resource } of alternatives) {
      const again = await book({ startsAt, endsAt, ...(resource !== null && { resource }) }, resident);
      expect(again.status).toBe('confirmed');
      await service.cancel(again.id, resident);
    }
  });

  it('leaves what has begun, what comes after, and what only takes it along', async () => {
    const ongoing = await book({ resource: 'podcast-room', ...time('08:00', '09:00') });
    const after = await book({ resource: 'podcast-room', ...time('14:00', '15:00') });
    const whole = await book({ resource: 'studio' });
    fixture.clock.advance(2 * 60 + 10);
    expect(await putOut('podcast-room', '2026-01-12T14:00:00Z')).toMatchObject({
      cancelled: [],
      ongoing: [{ id: ongoing.id }],
    });
    expect(await putOut('camera-kit')).toEqual({ moved: [], cancelled: [], ongoing: [] });
    expect(await statuses([after.id, whole.id])).toEqual(['confirmed', 'confirmed']);
  });

  it('tells beforehand exactly what it will do, and does nothing then', async () => {
    await book({ pool: 'vr-headset' });
    await book({ resource: 'vr-1', ...time('13:00', '14:00') });
    const before = await everything();
    const preview = await putOut('vr-1', undefined, true);
    expect(await everything()).toEqual(before);
    expect([preview.moved.length, preview.cancelled.length]).toEqual([1, 1]);
    expect(await putOut('vr-1')).toEqual(preview);
  });

  it('offers a bundle’s other things to those who wait', async () => {
    await book({ resources: ['studio', 'podcast-room'] });
    const waiter = await fixture.aPerson();
    const window = { from: time('10:00', '11:00').startsAt, to: time('10:00', '11:00').endsAt, durationMinutes: 60 };
    await fixture.get(WaitingListService).join({ hub: 'test-hub', resource: 'studio', ...window }, waiter);
    await putOut('podcast-room');
    expect(await fixture.get(WaitingListService).list({ mine: 'true' }, waiter)).toMatchObject([{ status: 'offered' }]);
  });

  it('offers the time to those who wait once it works again', async () => {
    await putOut('studio');
    const waiter = await fixture.aPerson();
    const window = { from: time('10:00', '11:00').startsAt, to: time('10:00', '11:00').endsAt, durationMinutes: 60 };
    const list = fixture.get(WaitingListService);
    const entry = await list.join({ hub: 'test-hub', resource: 'studio', ...window }, waiter);
    expect(entry.status).toBe('waiting');
    await things.putIn({ hub: 'test-hub', resource: 'studio' }, staff);
    expect((await list.get(entry.id, waiter)).status).toBe('offered');
  });

  it('is for the staff of the hub, and knows only what is there', async () => {
    const resident = await fixture.aPerson();
    const by = { asking: resident, isPreview: false };
    const studio = { hub: 'test-hub', resource: 'studio' };
    await expect(things.putOut(studio, { reason: 'x' }, by)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(things.putIn(studio, resident)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(putOut('sauna')).rejects.toMatchObject({ code: 'not_found' });
    await expect(putOut('studio', '2026-01-11T00:00:00Z')).rejects.toMatchObject({ code: 'request.invalid' });
    const printer = await things.findPrinter('printer-1', staff.viewer);
    expect(printer).toEqual({ hub: fixture.id('hub'), resource: fixture.id('printer-1') });
    await expect(things.findPrinter('studio', staff.viewer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(things.findPrinter('printer-1', resident.viewer)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('closing a hub', () => {
  it('cancels every booking of that time with alternatives after it, and refuses new ones', async () => {
    const resident = await fixture.aPerson();
    const inside = await book({ resource: 'studio' }, resident);
    const pooled = await book({ pool: 'vr-headset' });
    const after = await book({ resource: 'studio', ...time('16:00', '17:00') });
    const { closure, impact } = await close();
    expect(closure).toMatchObject({ reason: 'Putkirikko', from: '2026-01-12T08:00:00.000Z' });
    expect(new Set(idsOf(impact.cancelled))).toEqual(new Set([inside.id, pooled.id]));
    for (const { alternatives } of impact.cancelled) {
      expect(alternatives.length).toBeGreaterThan(0);
      expect(alternatives.filter(isClosed)).toEqual([]);
    }
    expect(await lettersTo(resident)).toMatchObject([{ template: 'bookingLost', params: { reason: 'Putkirikko' } }]);
    expect((await service.get(after.id, staff)).status).toBe('confirmed');
    await expect(book({ resource: 'studio' })).rejects.toMatchObject({ reasons: [{ code: 'booking.closed' }] });
    expect(await closures.list('test-hub')).toEqual([closure]);
  });

  it('tells beforehand exactly what it will do, and does nothing then', async () => {
    await book({ resource: 'studio' });
    await book({ pool: 'vr-headset' });
    const before = await everything();
    const preview = await close(true);
    expect(await everything()).toEqual(before);
    expect((await close()).impact).toEqual(preview.impact satisfies Impact);
  });

  it('feeds the waiting list when it is lifted, once', async () => {
    const { closure } = await close();
    const waiter = await fixture.aPerson();
    const window = { from: time('10:00', '11:00').startsAt, to: time('10:00', '11:00').endsAt, durationMinutes: 60 };
    const list = fixture.get(WaitingListService);
    const entry = await list.join({ hub: 'test-hub', pool: 'vr-headset', ...window }, waiter);
    expect(entry.status).toBe('waiting');
    await closures.lift('test-hub', closure.id, staff);
    expect((await list.get(entry.id, waiter)).status).toBe('offered');
    expect(await closures.list('test-hub')).toEqual([]);
    await expect(closures.lift('test-hub', closure.id, staff)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is for the staff of the hub, and not for the past', async () => {
    const resident = await fixture.aPerson();
    const by = { asking: resident, isPreview: true };
    await expect(closures.close('test-hub', monday, by)).rejects.toMatchObject({ code: 'auth.forbidden' });
    const past = { ...monday, from: '2026-01-10T08:00:00Z', to: '2026-01-11T08:00:00Z' };
    const refusal = closures.close('test-hub', past, { asking: staff, isPreview: false });
    await expect(refusal).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('when bookings and closings meet', () => {
  const quarters = ['10:00', '11:15', '12:30', '13:45'];
  const wishes = [{ pool: 'vr-headset' }, { resource: 'vr-1' }, { resources: ['vr-1', 'podcast-room'] }];
  const aRush = async () =>
    (await fixture.people(60)).map(async (person, i) => {
      const hour = quarters[i % 4] ?? '10:00';
      const booking = await book(
        { ...wishes[i % 3], ...time(hour, `${Number(hour.slice(0, 2)) + 1}${hour.slice(2)}`) },
        person,
      );
      return i % 5 === 0 ? service.cancel(booking.id, person) : booking;
    });
  const expected = ['confirmed', 'cancelled', 'booking.overlap', 'booking.refused', 'booking.wrong_state', 'closed'];

  it('leaves no booking on a thing that was put out of order, whoever was first', async () => {
    const rush = await aRush();
    const out = putOut('vr-1').then(() => ({ status: 'closed' }));
    const answers = await tally([...rush.slice(0, 30), out, ...rush.slice(30)]);
    expect(Object.keys(answers).filter((code) => !expected.includes(code))).toEqual([]);
    expect(answers['closed']).toBe(1);
    const left = await fixture.database.query(
      `SELECT b.id FROM booking b JOIN allocation a ON a.booking_id = b.id AND a.active
       WHERE a.resource_id = $1 AND b.status = 'confirmed'`,
      [fixture.id('vr-1')],
    );
    expect(left).toEqual([]);
  });

  it('leaves no booking in a closed hub, whoever was first', async () => {
    const rush = await aRush();
    const closed = close().then(() => ({ status: 'closed' }));
    const answers = await tally([...rush.slice(0, 30), closed, ...rush.slice(30)]);
    expect(Object.keys(answers).filter((code) => !expected.includes(code))).toEqual([]);
    expect(answers['closed']).toBe(1);
    const left = await fixture.database.query(`SELECT id FROM booking WHERE status = 'confirmed'`);
    expect(left).toEqual([]);
    const taken = await fixture.database.query(`SELECT id FROM allocation WHERE active`);
    expect(taken).toEqual([]);
  });
});

function isClosed({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean {
  return Date.parse(startsAt) < Date.parse(monday.to) && Date.parse(endsAt) > Date.parse(monday.from);
}

async function statuses(ids: readonly string[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (await service.get(id, staff)).status));
}
