import fc from 'fast-check';
import type { CreateBooking, TimeRange } from '#libs/contracts';
import { Problem } from '#libs/platform';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { BookingService } from '../booking/booking.service.js';
import type { Asking } from '../booking/asking.js';
import { AvailabilityService } from './availability.service.js';

const pool = 'vr-headset';
const minuteMs = 60_000;
const openAt = Date.parse('2026-01-12T07:00:00Z');
const range = { from: '2026-01-12T00:00:00Z', to: '2026-01-13T00:00:00Z' };

let fixture: BookingFixture;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());

/** @param quarters after nine o'clock */
const during = (from: number, to: number): TimeRange => ({
  startsAt: new Date(openAt + from * 15 * minuteMs).toISOString(),
  endsAt: new Date(openAt + to * 15 * minuteMs).toISOString(),
});

async function bookIfFree(wish: Partial<CreateBooking>): Promise<void> {
  await fixture.book(wish, staff).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'booking.overlap')) throw error;
  });
}

async function listed(within = range): Promise<TimeRange[]> {
  const { pools } = await fixture.get(AvailabilityService).availability('test-hub', within, undefined);
  return pools[0]?.freeSlots ?? [];
}

const holds = (slot: TimeRange, time: TimeRange): boolean =>
  slot.startsAt <= time.startsAt && time.endsAt <= slot.endsAt;

const aTime = fc
  .tuple(fc.nat(40), fc.integer({ min: 2, max: 16 }))
  .map(([from, length]): [number, number] => [from, Math.min(44, from + length)])
  .filter(([from, to]) => to - from >= 2);
const situation = fc.record({
  ofPool: fc.array(aTime, { minLength: 4, maxLength: 14 }),
  ofUnits: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), aTime), { maxLength: 3 }),
  broken: fc.option(fc.record({ unit: fc.integer({ min: 1, max: 4 }), until: fc.option(fc.nat(44)) })),
  asked: fc.array(aTime, { minLength: 25, maxLength: 25 }),
});

describe('a pool’s free time', () => {
  it('is what a booking would be accepted for, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ ofPool, ofUnits, broken, asked }) => {
        await fixture.reset();
        const wishes = [
          ...ofPool.map((time) => ({ pool, ...during(...time) })),
          ...ofUnits.map(([unit, time]) => ({ resource: `vr-${unit}`, ...during(...time) })),
        ];
        for (const wish of wishes) await bookIfFree(wish);
        if (broken !== null) {
          await fixture.database.query(
            `UPDATE resource SET out_of_order_reason = 'lens', out_of_order_until = $2 WHERE slug = $1`,
            [`vr-${broken.unit}`, broken.until === null ? null : during(broken.until, 44).startsAt],
          );
        }
        const slots = await listed();
        const resident = await fixture.aPerson();
        for (const time of asked) {
          const wish = { hub: 'test-hub', pool, ...during(...time) };
          const { allowed } = await fixture.get(BookingService).check(wish, resident);
          expect(slots.some((slot) => holds(slot, during(...time)))).toBe(allowed);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('holds a time for which two others have to share a unit', async () => {
    await fixture.reset();
    await fixture.setPolicy({ maxDurationMinutes: 660 });
    for (const unit of ['vr-3', 'vr-4']) await fixture.book({ resource: unit, ...during(0, 44) }, staff);
    const placeholder = await fixture.book({ pool, ...during(4, 12) }, staff);
    await fixture.book({ pool, ...during(4, 12) }, staff);
    await fixture.book({ pool, ...during(16, 24) }, staff);
    await fixture.get(BookingService).cancel(placeholder.id, staff);
    expect(await listed()).toEqual([during(0, 44)]);
    const wish = { pool, ...during(4, 24) };
    expect(await fixture.book(wish, await fixture.aPerson())).toMatchObject({ status: 'confirmed' });
  });
});

describe('a pool that never closes', () => {
  const fourDays = { from: range.from, to: '2026-01-16T00:00:00Z' };
  const always = [{ opens: '00:00', closes: '24:00' }];
  const setHours = (hours: object) => fixture.database.query(`UPDATE hub SET weekly_hours = $1`, [hours]);
  const closeUnits = () =>
    fixture.database.query(`UPDATE resource SET out_of_order_reason = 'lens' WHERE slug IN ('vr-3', 'vr-4')`);
  let hoursBefore: object;

  beforeAll(async () => {
    const [hub] = await fixture.database.query<{ hours: object }>(`SELECT weekly_hours AS hours FROM hub`);
    hoursBefore = hub!.hours;
    await setHours({ mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always });
  });
  afterAll(() => setHours(hoursBefore));
  beforeEach(async () => {
    await fixture.reset();
    await fixture.setPolicy({ maxDurationMinutes: 12 * 60 });
    await closeUnits();
  });

  const isAllowed = async (time: TimeRange): Promise<boolean> => {
    const wish = { hub: 'test-hub', pool, ...time };
    return (await fixture.get(BookingService).check(wish, await fixture.aPerson())).allowed;
  };

  /** Each overlaps the one before, so they take turns on two units for two days; only all of them together can swap. */
  const aChain = async (): Promise<void> => {
    const placeholder = await fixture.book({ resource: 'vr-2', ...during(0, 6) }, staff);
    for (const time of [during(4, 40), during(38, 80), during(78, 120), during(118, 160)]) {
      await fixture.book({ pool, ...time }, staff);
    }
    await fixture.get(BookingService).cancel(placeholder.id, staff);
    await fixture.book({ resource: 'vr-2', ...during(0, 3) }, staff);
  };
  const wish = during(2, 8);

  it('makes room by moving bookings however far ahead the last of them is', async () => {
    await aChain();
    expect((await listed(fourDays)).some((slot) => holds(slot, wish))).toBe(true);
    expect(await isAllowed(wish)).toBe(true);
    expect(await fixture.book({ pool, ...wish }, await fixture.aPerson())).toMatchObject({ status: 'confirmed' });
  });

  it('does not list what the last of them, days ahead, has no room for', async () => {
    await aChain();
    await fixture.book({ resource: 'vr-1', ...during(140, 150) }, staff);
    expect((await listed(fourDays)).some((slot) => holds(slot, wish))).toBe(false);
    expect(await isAllowed(wish)).toBe(false);
  });

  const longTime = fc
    .tuple(fc.nat(240), fc.integer({ min: 12, max: 48 }))
    .map(([from, length]): [number, number] => [from, from + length]);

  it('lists what a booking would be accepted for, and nothing else', async () => {
    const full = fc.record({
      ofPool: fc.array(longTime, { minLength: 8, maxLength: 20 }),
      ofUnits: fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), longTime), { maxLength: 2 }),
      asked: fc.array(fc.oneof(longTime, aTime), { minLength: 25, maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(full, async ({ ofPool, ofUnits, asked }) => {
        await fixture.reset();
        await fixture.setPolicy({ maxDurationMinutes: 12 * 60 });
        await closeUnits();
        for (const time of ofPool) await bookIfFree({ pool, ...during(...time) });
        for (const [unit, time] of ofUnits) await bookIfFree({ resource: `vr-${unit}`, ...during(...time) });
        const slots = await listed(fourDays);
        for (const time of asked) {
          expect(slots.some((slot) => holds(slot, during(...time)))).toBe(await isAllowed(during(...time)));
        }
      }),
      { numRuns: 8 },
    );
  });
});
