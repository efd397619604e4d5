import fc from 'fast-check';
import { assignUnits, type Job, type Unit } from './assign-units.js';
import { overlaps, type Interval } from './interval.js';

const units = (...fixed: Interval[][]): Unit[] => fixed.map((busy, i) => ({ id: `u${i}`, fixed: busy }));
const job = (id: string, time: Interval, current?: string, allowed = ['u0', 'u1', 'u2', 'u3']): Job => ({
  id,
  on: new Map(allowed.map((unit) => [unit, time])),
  current,
});
const at = (start: number, end: number): Interval => ({ start, end });

describe('giving units to bookings', () => {
  it('leaves everything where it is when a unit is free', () => {
    const assigned = assignUnits([job('a', at(9, 11), 'u0'), job('new', at(10, 12))], units([], []));
    expect(Object.fromEntries(assigned ?? [])).toEqual({ a: 'u0', new: 'u1' });
  });

  it('moves a later booking together with an earlier one so that a long request fits', () => {
    const jobs = [job('early', at(9, 11), 'u0'), job('late', at(11, 13), 'u1'), job('long', at(9, 13))];
    const assigned = assignUnits(jobs, units([], []));
    expect(assigned?.get('early')).toBe(assigned?.get('late'));
    expect(assigned?.get('long')).not.toBe(assigned?.get('early'));
  });

  it('moves nothing that is fixed', () => {
    const jobs = [job('late', at(11, 13), 'u1'), job('long', at(9, 13))];
    expect(assignUnits(jobs, units([at(9, 11)], [at(8, 9)]))?.get('long')).toBe('u1');
    expect(assignUnits(jobs, units([at(9, 11)], [at(12, 13)]))).toBeUndefined();
  });

  it('puts nothing on a unit that will not do', () => {
    expect(assignUnits([job('new', at(9, 10), undefined, [])], units([], []))).toBeUndefined();
    const jobs = [job('picky', at(9, 10), 'u0', ['u0']), job('new', at(9, 10), undefined, ['u0'])];
    expect(assignUnits(jobs, units([], []))).toBeUndefined();
  });

  it('disturbs as few as it can when a request may choose', () => {
    const jobs = [job('a', at(10, 11), 'u0'), job('new', at(9, 11))];
    expect(Object.fromEntries(assignUnits(jobs, units([], [])) ?? [])).toEqual({ a: 'u0', new: 'u1' });
  });

  it('answers at once where a hundred bookings leave no way', () => {
    const full = Array.from({ length: 100 }, (_, i) => job(`j${i}`, at(Math.floor(i / 4), Math.floor(i / 4) + 1)));
    expect(assignUnits([...full, job('new', at(0, 25))], units([], [], [], []))).toBeUndefined();
  });
});

const interval = fc
  .tuple(fc.nat(11), fc.integer({ min: 1, max: 4 }))
  .map(([start, length]) => at(start, start + length));
/** A time that may be longer on some units, as other cleaning times make it. */
const aJob = fc.record({
  time: interval,
  longerBy: fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
  allowed: fc.subarray(['u0', 'u1', 'u2']),
});
const situation = fc.record({
  fixed: fc.array(fc.array(interval, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  wishes: fc.array(aJob, { minLength: 1, maxLength: 5 }),
});

describe('for any pool and any requests', () => {
  it('finds a way exactly when trying everything finds one, and the way is right', () => {
    fc.assert(
      fc.property(situation, ({ fixed, wishes }) => {
        const pool = units(...fixed);
        const jobs = wishes.map(({ time, longerBy, allowed }, i): Job => ({
          id: `j${i}`,
          on: new Map(allowed.map((unit) => [unit, at(time.start, time.end + (longerBy[Number(unit[1])] ?? 0))])),
          current: allowed[i % 3],
        }));
        const assigned = assignUnits(jobs, pool);
        expect(assigned !== undefined).toBe(anyWay(jobs, pool, []));
        expect(assigned === undefined ? [] : faultsOf(assigned, jobs, pool)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every unit for every job, without any cleverness. */
function anyWay(
  jobs: readonly Job[],
  pool: readonly Unit[],
  taken: readonly { unit: string; time: Interval }[],
): boolean {
  const [next, ...rest] = jobs;
  if (next === undefined) return true;
  return pool.some((unit) => {
    const time = next.on.get(unit.id);
    if (time === undefined || unit.fixed.some((busy) => overlaps(busy, time))) return false;
    if (taken.some((other) => other.unit === unit.id && overlaps(other.time, time))) return false;
    return anyWay(rest, pool, [...taken, { unit: unit.id, time }]);
  });
}

function faultsOf(assigned: ReadonlyMap<string, string>, jobs: readonly Job[], pool: readonly Unit[]): string[] {
  const places = jobs.map((each) => {
    const unit = assigned.get(each.id) ?? '';
    return { id: each.id, unit, time: each.on.get(unit) ?? at(0, 99) };
  });
  return places.flatMap(({ id, unit, time }) => {
    const onFixed = pool.find((each) => each.id === unit)?.fixed.some((busy) => overlaps(busy, time)) ?? true;
    const onOther = places.some((other) => other.id !== id && other.unit === unit && overlaps(other.time, time));
    return onFixed || onOther ? [id] : [];
  });
}
