import fc from 'fast-check';
import type { Alternative, CreateBooking, Policy } from '#libs/contracts';
import { BookingFixture, aWish } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let service: BookingService;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  service = fixture.get(BookingService);
  const day = [{ opens: '08:00', closes: '02:00' }];
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, day]));
  await fixture.database.query(`UPDATE hub SET weekly_hours = $1`, [JSON.stringify(week)]);
});
afterAll(() => fixture.close());

/** A present in an ordinary week, or in one whose Sunday has 23 or 25 hours. */
const presents = ['2026-01-14', '2026-03-27', '2026-10-23', '2027-03-26', '2027-10-29'].map((date) =>
  Date.parse(`${date}T06:10:00Z`),
);
const targets: Partial<CreateBooking>[] = [
  { pool: 'vr-headset' },
  { resource: 'vr-1' },
  { resource: 'studio' },
  { resource: 'camera-kit' },
  { resources: ['podcast-room', 'camera-kit'] },
];
const someTarget = fc.constantFrom(...targets);
const policy = fc.record<Partial<Policy>>(
  {
    startIntervalMinutes: fc.constantFrom(10, 15, 60),
    maxDurationMinutes: fc.constantFrom(60, 120, 600),
    bufferBeforeMinutes: fc.constantFrom(0, 20),
    bufferAfterMinutes: fc.constantFrom(0, 10, 45),
    horizonDays: fc.constantFrom(2, 5, 28),
    minNoticeMinutes: fc.constantFrom(0, 300),
    maxActivePerPerson: fc.constantFrom(1, 2, 5),
    quotaMinutesPerWeek: fc.constantFrom(60, 240),
    minAge: fc.constantFrom(10, 15),
  },
  { requiredKeys: [] },
);
const situations = fc.record({
  present: fc.constantFrom(...presents),
  hub: policy,
  room: policy,
  /** Hours from now, length in quarters of an hour, and whether it is the asking person's. */
  taken: fc.array(
    fc.record({
      target: someTarget,
      hour: fc.integer({ min: 1, max: 90 }),
      quarters: fc.integer({ min: 2, max: 16 }),
      isOwn: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  closure: fc.option(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 20 }))),
  outOfOrder: fc.option(fc.constantFrom('vr-1', 'studio', 'camera-kit')),
  induction: fc.option(fc.constantFrom('studio', 'podcast-room', 'vr-1')),
  isTeenager: fc.nat(3).map((n) => n === 0),
  wish: fc.record({
    target: someTarget,
    // Mostly what people ask for: a full hour of the coming days; else anything.
    minute: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((hour) => hour * 60 - 10) },
      { weight: 1, arbitrary: fc.integer({ min: -120, max: 5000 }) },
    ),
    length: fc.oneof(
      { weight: 4, arbitrary: fc.constant(60) },
      { weight: 1, arbitrary: fc.integer({ min: -30, max: 900 }) },
    ),
  }),
});
type Situation = typeof situations extends fc.Arbitrary<infer T> ? T : never;

const hourMs = 3_600_000;
const iso = (instant: number) => new Date(instant).toISOString();

async function arrange(situation: Situation): Promise<Asking> {
  const { present, hub, room, closure, outOfOrder, induction, isTeenager } = situation;
  const { database, clock } = fixture;
  await fixture.reset();
  clock.advance((present - clock.now().getTime()) / 120_000);
  const person = await fixture.aPerson();
  const grid = Math.ceil(present / hourMs) * hourMs;
  await database.query(`UPDATE resource SET policy = '{}'`);
  await database.query(`UPDATE hub SET policy = '{}', category_policies = '{}'`);
  for (const { target, hour, quarters, isOwn } of situation.taken) {
    const time = { startsAt: iso(grid + hour * hourMs), endsAt: iso(grid + hour * hourMs + quarters * (hourMs / 4)) };
    // What does not fit is left out: the situation is whatever could be booked.
    await fixture.book({ ...target, ...time }, isOwn ? person : await fixture.aPerson()).catch(refused);
  }
  await database.query(`UPDATE hub SET policy = $1, category_policies = $2`, [hub, { room }]);
  if (isTeenager) await database.query(`UPDATE account SET birth_date = '2014-02-01' WHERE id = $1`, [idOf(person)]);
  if (outOfOrder !== null) {
    await database.query(`UPDATE resource SET out_of_order_reason = 'lens', out_of_order_until = $2 WHERE slug = $1`, [
      outOfOrder,
      iso(grid + 30 * hourMs),
    ]);
  }
  if (induction !== null) {
    await database.query(`UPDATE resource SET policy = '{"inductionKind": "k"}' WHERE slug = $1`, [induction]);
  }
  if (closure !== null) {
    const [from, hours] = closure;
    await database.query(
      `INSERT INTO closure (hub_id, during, reason, created_by, created_at) VALUES ($1, tstzrange($2, $3), 'x', $4, now())`,
      [fixture.id('hub'), iso(grid + from * hourMs), iso(grid + (from + hours) * hourMs), idOf(person)],
    );
  }
  return person;
}

function wishOf({ present, wish }: Situation): CreateBooking {
  const start = Math.floor(present / 60_000) * 60_000 + wish.minute * 60_000;
  return aWish({ ...wish.target, startsAt: iso(start), endsAt: iso(start + wish.length * 60_000) });
}

const idOf = ({ viewer }: Asking) => viewer.accountId;
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

function refused(error: unknown): { code: string; reasons: { code: string }[] } {
  const problem = error as { code?: string; reasons?: { code: string }[] };
  if (problem.reasons === undefined) throw error;
  return { code: String(problem.code), reasons: problem.reasons };
}

/** Books, and takes it back so that the next alternative finds what the first one found. */
async function tryOut(alternative: Alternative, wish: CreateBooking, person: Asking): Promise<string> {
  const { resource, pool, startsAt, endsAt } = alternative;
  const { resources } = wish;
  const named = resource === null ? (pool === null ? { resources } : { pool }) : { resource };
  const booking = await fixture.book({ ...named, startsAt, endsAt }, person);
  await fixture.database.query(`DELETE FROM allocation WHERE booking_id = $1`, [booking.id]);
  await fixture.database.query(`DELETE FROM booking WHERE id = $1`, [booking.id]);
  return booking.status;
}

describe('whatever the rules, the calendar and the person', () => {
  it('what check allows, book accepts; what it refuses, book refuses for the same reasons', async () => {
    const seen = { allowed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(situations, async (situation) => {
        const person = await arrange(situation);
        const wish = wishOf(situation);
        const check = await service.check(wish, person);
        const outcome = await service.book(wish, person).catch(refused);
        seen[check.allowed ? 'allowed' : 'refused'] += 1;
        expect('reasons' in outcome ? codes(outcome.reasons) : []).toEqual(codes(check.reasons));
        expect('reasons' in outcome).toBe(!check.allowed);
      }),
      { numRuns: 40, seed: 2026 },
    );
    expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(0);
  }, 120_000);

  it('every alternative that is offered can be booked as it is', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(situations, async (situation) => {
        const person = await arrange(situation);
        const wish = wishOf(situation);
        const { alternatives } = await service.check(wish, person);
        for (const alternative of alternatives) {
          expect(['confirmed', 'pending']).toContain(await tryOut(alternative, wish, person));
          tried += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(5);
  }, 120_000);
});

describe('a time at the end of the calendar', () => {
  it.each([
    ['0000-01-01T00:00:00Z', '0000-01-01T01:00:00Z'],
    ['9999-12-31T22:00:00Z', '9999-12-31T23:00:00Z'],
    ['2026-01-12T10:00:00Z', '9999-12-31T23:00:00Z'],
    ['9999-12-31T22:00:00Z', '0000-01-01T00:00:00Z'],
  ])('is answered like any other: %s to %s', async (startsAt, endsAt) => {
    await fixture.reset();
    for (const person of [await fixture.aPerson(), await fixture.aPerson({ staff: true })]) {
      for (const target of targets) {
        const check = await service.check(aWish({ ...target, startsAt, endsAt }), person);
        expect(check.allowed).toBe(check.reasons.length === 0);
      }
    }
  });
});

describe('somebody whom a rule about people stops', () => {
  const person = async () => fixture.aPerson();
  const monday = '2026-01-12';
  const at = (date: string, from: number, hours: number) => {
    const start = Date.parse(`${date}T00:00:00Z`) + from * hourMs;
    return { startsAt: iso(start), endsAt: iso(start + hours * hourMs) };
  };
  beforeEach(async () => {
    await fixture.reset();
    await fixture.database.query(`UPDATE resource SET policy = '{}'`);
    await fixture.database.query(`UPDATE hub SET category_policies = '{}'`);
  });

  it('is offered the next week when the quota of this one is used up', async () => {
    await fixture.setPolicy({ quotaMinutesPerWeek: 120, maxActivePerPerson: 5 });
    const somebody = await person();
    await fixture.book({ resource: 'studio', ...at(monday, 10, 2) }, somebody);
    const wish = aWish({ resource: 'studio', ...at('2026-01-15', 10, 1) });
    const { reasons, alternatives } = await service.check(wish, somebody);
    expect(reasons).toMatchObject([{ code: 'booking.quota', params: { quotaHours: 2, usedHours: 2 } }]);
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { startsAt } of alternatives) expect(startsAt >= '2026-01-18T22:00').toBe(true);
  });

  it('is offered what asks for no induction', async () => {
    await fixture.database.query(`UPDATE resource SET policy = '{"inductionKind": "k"}' WHERE slug = 'studio'`);
    const wish = aWish({ resource: 'studio', ...at(monday, 10, 1) });
    const { alternatives } = await service.check(wish, await person());
    expect(alternatives.map(({ resource }) => resource)).toEqual(['podcast-room']);
  });

  it('is answered with the same number of queries however much is booked', async () => {
    await fixture.setPolicy({ maxActivePerPerson: 20, quotaMinutesPerWeek: 60 });
    const somebody = await person();
    const wish = aWish({ resource: 'studio', ...at('2026-01-15', 10, 2) });
    const count = () => fixture.countQueries(() => service.check(wish, somebody));
    const before = await count();
    for (const hour of [8, 10, 12, 14])
      await fixture.book({ resource: 'studio', ...at(monday, hour, 1) }, await person());
    await fixture.book({ resource: 'studio', ...at(monday, 16, 1) }, somebody);
    expect(await count()).toBe(before);
  });

  it('is offered nothing when he has as many bookings as he may have', async () => {
    await fixture.setPolicy({ maxActivePerPerson: 1 });
    const somebody = await person();
    await fixture.book({ resource: 'studio', ...at(monday, 10, 1) }, somebody);
    const { alternatives } = await service.check(aWish({ resource: 'studio', ...at(monday, 14, 1) }), somebody);
    expect(alternatives).toEqual([]);
  });
});
