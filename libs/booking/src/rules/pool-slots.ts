import type { Interval } from './interval.js';

/**
 * When any one unit of a pool is free. Two units' stretches are never glued together: nobody changes the headset in
 * the middle of a booking.
 * @param units each unit's free stretches
 * @returns the distinct longest stretches, in order; they may overlap, none lies inside another
 */
export function poolSlots(units: readonly (readonly Interval[])[]): Interval[] {
  const longest: Interval[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const slot of units.flat().toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (slot.end <= reach) continue;
    longest.push(slot);
    reach = slot.end;
  }
  return longest;
}
