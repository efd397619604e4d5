import type { Interval } from './interval.js';

/** A unit that is free for the wanted time, with what else it is busy with. */
export interface FreeUnit {
  readonly busy: readonly Interval[];
}

/**
 * Orders the free units of a pool so that long gaps stay long: the unit whose free gap around the wanted time is
 * tightest comes first.
 * @param units free for all of `wanted`; equally tight ones keep their order
 * @param wanted the time with its buffers
 * @param open the opening period around it, which ends every gap
 */
export function chooseUnits<U extends FreeUnit>(units: readonly U[], wanted: Interval, open: Interval): U[] {
  const gap = new Map(units.map((unit) => [unit, gapAround(unit.busy, wanted, open)]));
  return units.toSorted((a, b) => (gap.get(a) ?? 0) - (gap.get(b) ?? 0));
}

function gapAround(busy: readonly Interval[], wanted: Interval, open: Interval): number {
  const before = Math.max(open.start, ...busy.filter((b) => b.end <= wanted.start).map((b) => b.end));
  const after = Math.min(open.end, ...busy.filter((b) => b.start >= wanted.end).map((b) => b.start));
  return after - before;
}
