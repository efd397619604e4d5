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

async function listed(): Promise<TimeRange[]> {
  const { pools } = await fixture.get(AvailabilityService).availability('test-hub', range, undefined);
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
  }, 60_000);

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
