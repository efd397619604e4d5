import type { BookingOption, SharedFacts } from '../making/booking-option.js';
import { jobsOf, unitsOf, type LoadedPool } from '../making/pool-arranger.service.js';
import { arrangedSlots, type UnitRules } from '../rules/arranged-slots.js';
import type { Interval } from '../rules/interval.js';
import { poolSlots } from '../rules/pool-slots.js';

/**
 * When any unit of a pool can be booked: as things stand, or because bookings change units, as they do when somebody
 * books.
 * @param free each unit's free stretches as things stand
 * @param loaded undefined when there are no units to choose from
 * @returns the longest stretches, in order; they may overlap, none lies inside another
 */
export function poolAvailability(
  free: readonly (readonly Interval[])[],
  loaded: LoadedPool | undefined,
  { shared, range }: { shared: SharedFacts; range: Interval },
): Interval[] {
  const known = poolSlots(free);
  if (loaded === undefined) return known;
  const pool = { jobs: jobsOf(loaded), units: unitsOf(loaded) };
  return poolSlots([known, arrangedSlots(pool, rulesOf(loaded, shared), { known, range })]);
}

/** Most pools have one set of rules for all of their units. */
function rulesOf({ options }: LoadedPool, shared: SharedFacts): UnitRules[] {
  const unitsByRules = new Map<string, [string, BookingOption][]>();
  for (const unit of options) {
    const [, { policy, outOfOrderUntil }] = unit;
    const key = JSON.stringify([policy, outOfOrderUntil ?? String(outOfOrderUntil)]);
    unitsByRules.set(key, [...(unitsByRules.get(key) ?? []), unit]);
  }
  return [...unitsByRules.values()].flatMap((units) => {
    const [first] = units;
    if (first === undefined) return [];
    const [, { policy, outOfOrderUntil }] = first;
    return [{ ...shared, policy, outOfOrderUntil, unitIds: units.map(([id]) => id) }];
  });
}
