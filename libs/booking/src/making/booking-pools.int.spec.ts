import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tally } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let service: BookingService;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  service = fixture.get(BookingService);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

const time = (from: string, to: string) => ({ startsAt: `2026-01-12T${from}:00Z`, endsAt: `2026-01-12T${to}:00Z` });
const bookPool = async (from: string, to: string, asking?: Asking) =>
  fixture.book({ pool: 'vr-headset', ...time(from, to) }, asking ?? (await fixture.aPerson()));
const unitOf = async (id: string) => (await service.get(id, staff)).resources.map((unit) => unit.slug);

/** vr-1 is free but for 12–13, vr-2 but for 10–11; the others are taken by name from ten to one. */
async function fragment(): Promise<{ early: string; late: string; earlyPerson: Asking }> {
  for (const unit of ['vr-3', 'vr-4']) await fixture.book({ resource: unit, ...time('10:00', '13:00') }, staff);
  const placeholder = await bookPool('10:00', '11:00', staff);
  const earlyPerson = await fixture.aPerson();
  const early = await bookPool('10:00', '11:00', earlyPerson);
  const late = await bookPool('12:00', '13:00');
  await service.cancel(placeholder.id, staff);
  expect([await unitOf(early.id), await unitOf(late.id)]).toEqual([['vr-2'], ['vr-1']]);
  return { early: early.id, late: late.id, earlyPerson };
}

describe('a pool', () => {
  it('moves coming bookings to other units when that makes room, and check knows it', async () => {
    const { early, late, earlyPerson } = await fragment();
    const wish = { hub: 'test-hub', pool: 'vr-headset', ...time('10:00', '13:00') };
    const resident = await fixture.aPerson();
    expect(await service.check(wish, resident)).toMatchObject({ allowed: true, reasons: [] });
    const booking = await service.book(wish, resident);
    expect(booking.status).toBe('confirmed');
    const units = [await unitOf(early), await unitOf(late), await unitOf(booking.id)].flat();
    expect(units[0]).toBe(units[1]);
    expect(new Set(units)).toEqual(new Set(['vr-1', 'vr-2']));
    expect(await service.get(early, earlyPerson)).toMatchObject({ title: 'VR headset', version: 1 });
    const records = await fixture.database.query<{ subject_id: string }>(
      `SELECT subject_id FROM audit_entry WHERE action = 'booking.reassign'`,
    );
    expect(records).toHaveLength(1);
    expect([early, late]).toContain(records[0]?.subject_id);
  });

  it('moves nobody who has begun, and refuses when only that would help', async () => {
    const { late } = await fragment();
    await service.cancel(late, staff);
    await fixture.book({ resource: 'vr-1', ...time('12:00', '13:00') }, staff);
    fixture.clock.advance(4 * 60 + 15);
    const wish = { hub: 'test-hub', pool: 'vr-headset', ...time('10:30', '13:00') };
    const resident = await fixture.aPerson();
    expect((await service.check(wish, resident)).reasons.map((reason) => reason.code)).toEqual(['booking.overlap']);
    await expect(service.book(wish, resident)).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('moves nobody onto a unit that is out of order', async () => {
    await fragment();
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = 'lens' WHERE slug = 'vr-1'`);
    await expect(bookPool('10:00', '13:00')).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('answers a request that is sent again with the same booking, also when others had to move', async () => {
    await fragment();
    const resident = await fixture.aPerson();
    const wish = { pool: 'vr-headset', ...time('10:00', '13:00') };
    const twins = await Promise.all([1, 2, 3].map(() => fixture.book(wish, resident, 'key')));
    expect(new Set(twins.map((booking) => booking.id)).size).toBe(1);
  });
});

describe('when many want a pool', () => {
  it('gives the four units to exactly four of two hundred people', async () => {
    const people = await fixture.people(200);
    const answers = await tally(people.map((person) => bookPool('10:00', '11:00', person)));
    expect(answers).toEqual({ confirmed: 4, 'booking.overlap': 196 });
  });

  it('lets moving and fixed bookings, bundles and cancellations meet without overlaps, deadlocks or errors', async () => {
    const times = [
      ['10:00', '11:00'],
      ['11:15', '12:15'],
      ['12:30', '13:30'],
      ['10:00', '12:15'],
      ['11:15', '13:30'],
      ['10:00', '13:30'],
    ] as const;
    const people = await fixture.people(120);
    const answers = await tally(
      people.map(async (person, i) => {
        const [from, to] = times[i % times.length] ?? times[0];
        if (i % 10 === 7) return fixture.book({ resources: ['vr-2', 'vr-1'], ...time(from, to) }, person);
        if (i % 10 === 3) return fixture.book({ resource: 'vr-3', ...time(from, to) }, person);
        const booking = await bookPool(from, to, person);
        return i % 4 === 0 ? service.cancel(booking.id, person) : booking;
      }),
    );
    expect(
      Object.keys(answers).filter((code) => !['confirmed', 'cancelled', 'booking.overlap'].includes(code)),
    ).toEqual([]);
    expect(await brokenBookings()).toEqual([]);
  });
});

/** Open bookings that do not have exactly what they took, and closed ones that still have something. */
function brokenBookings(): Promise<{ id: string }[]> {
  return fixture.database.query(
    `SELECT b.id FROM booking b LEFT JOIN allocation a ON a.booking_id = b.id AND a.active
     GROUP BY b.id
     HAVING (b.status = 'confirmed' AND count(a.id) = 0) OR (b.status = 'cancelled' AND count(a.id) > 0)
       OR (b.status = 'confirmed' AND b.pool_id IS NOT NULL AND count(a.id) <> 1)
       OR bool_or(NOT tstzrange(b.starts_at, b.ends_at) <@ a.during)`,
  );
}
