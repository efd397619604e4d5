import fc from 'fast-check';
import { arrangedSlots, type UnitRules } from './arranged-slots.js';
import { assignUnits, type Job, type Unit } from './assign-units.js';
import { contains, type Interval } from './interval.js';
import { defaultPolicy, withBuffers } from './policy.js';

const minute = 60_000;
const step = 15 * minute;
const day = { start: 0, end: 16 * step };
const at = (from: number, to: number): Interval => ({ start: from * step, end: to * step });
const lengthOf = ({ start, end }: Interval) => end - start;

const rulesOf = (unitId: string, changes: Partial<UnitRules> = {}): UnitRules => ({
  unitIds: [unitId],
  outOfOrderUntil: undefined,
  opening: [day],
  policy: defaultPolicy,
  offsetAt: () => 0,
  now: 0,
  isStaff: false,
  ...changes,
});
const two = [{ ...rulesOf('u0'), unitIds: ['u0', 'u1'] }];
const anywhere = (id: string, time: Interval, current: string): Job => ({
  id,
  on: new Map([
    ['u0', time],
    ['u1', time],
  ]),
  current,
});
const units = (...fixed: Interval[][]): Unit[] => fixed.map((taken, i) => ({ id: `u${i}`, fixed: taken }));

describe('time that is free once others change units', () => {
  const staggered = [anywhere('early', at(0, 8), 'u0'), anywhere('late', at(8, 16), 'u1')];

  it('is the whole day when two bookings can share a unit', () => {
    const known = [at(8, 16), at(0, 8)];
    expect(arrangedSlots({ jobs: staggered, units: units([], []) }, two, { known, range: day })).toEqual([day]);
  });

  it('is none when what stands in the way cannot move', () => {
    const known = [at(8, 16), at(0, 8)];
    const fixed = units([at(0, 8)], [at(8, 16)]);
    expect(arrangedSlots({ jobs: [], units: fixed }, two, { known, range: day })).toEqual([]);
  });

  it('is none on a unit that is out of order for good, and begins when it is back', () => {
    const pool = { jobs: staggered, units: units([], []) };
    const broken = (until: number | null) => [
      rulesOf('u0', { outOfOrderUntil: until }),
      rulesOf('u1', { outOfOrderUntil: null }),
    ];
    expect(arrangedSlots(pool, broken(null), { known: [], range: day })).toEqual([]);
    expect(arrangedSlots(pool, broken(4 * step), { known: [], range: day })).toEqual([at(4, 16)]);
  });
});

const aTime = fc
  .tuple(fc.nat(44), fc.integer({ min: 1, max: 16 }))
  .map(([from, length]) => ({ start: from * 5 * minute, end: (from + length) * 5 * minute }));
const aJob = fc.record({
  time: aTime,
  cleaning: fc.array(fc.constantFrom(0, 0, 10), { minLength: 3, maxLength: 3 }),
  allowed: fc.constantFrom(['u0', 'u1', 'u2'], ['u0', 'u1', 'u2'], ['u0', 'u2'], ['u1']),
});
const situation = fc.record({
  jobs: fc.array(aJob, { maxLength: 6 }),
  fixed: fc.array(fc.array(aTime, { maxLength: 1 }), { minLength: 2, maxLength: 3 }),
  buffers: fc.array(fc.constantFrom(0, 0, 10), { minLength: 3, maxLength: 3 }),
});

describe('the law of arranged time', () => {
  it('holds exactly the bookings for which there is an arrangement', () => {
    fc.assert(
      fc.property(situation, ({ jobs, fixed, buffers }) => {
        const pool = {
          units: units(...fixed),
          jobs: jobs.map(({ time, cleaning, allowed }, i) => ({
            id: `j${i}`,
            on: new Map(
              allowed
                .filter((unit) => Number(unit.slice(1)) < fixed.length)
                .map((unit) => [
                  unit,
                  { start: time.start, end: time.end + (cleaning[Number(unit.slice(1))] ?? 0) * minute },
                ]),
            ),
          })),
        };
        const placeable = pool.jobs.every((job) => job.on.size > 0) && assignUnits(pool.jobs, pool.units);
        fc.pre(Boolean(placeable));
        const rules = pool.units.map(({ id }, i) =>
          rulesOf(id, { policy: { ...defaultPolicy, bufferAfterMinutes: buffers[i] ?? 0 } }),
        );
        const slots = arrangedSlots(pool, rules, { known: [], range: day });
        for (let from = 0; from < 15; from += 1) {
          for (let to = from + 2; to <= 16; to += 1) {
            const time = at(from, to);
            const isPossible = rules.some(({ unitIds, policy }) => {
              const on = new Map(unitIds.map((id) => [id, withBuffers(time, policy)]));
              return assignUnits([{ id: 'wanted', on }, ...pool.jobs], pool.units) !== undefined;
            });
            expect(slots.some((slot) => contains(slot, time))).toBe(isPossible);
          }
        }
        expect(slots.every((slot) => lengthOf(slot) >= 30 * minute)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
