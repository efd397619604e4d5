import { assignUnits, connectedJobs, hullOf, spanOf, type Job, type Unit } from './assign-units.js';
import { freeSlots, type SlotFacts } from './free-slots.js';
import { contains, mergeIntervals, overlaps, type Interval } from './interval.js';
import { withBuffers } from './policy.js';

/** A pool whose bookings may change units. */
export interface ArrangeablePool {
  readonly jobs: readonly Job[];
  readonly units: readonly Unit[];
}

/** What decides when some units can be booked, apart from what stands on them. */
export interface UnitRules extends Omit<SlotFacts, 'busy'> {
  /** Those for which it is the same. */
  readonly unitIds: readonly string[];
  /** Until when it is out of order: undefined when it works, null when nobody knows. */
  readonly outOfOrderUntil: number | null | undefined;
}

/** Whether room can be made for a time. */
type Fits = (time: Interval) => boolean;

/**
 * When a unit of a pool could be booked if others changed units.
 * @param known stretches that are free as things stand
 * @returns the stretches that come on top of the known ones; every booking inside one could be made
 */
export function arrangedSlots(
  pool: ArrangeablePool,
  rules: readonly UnitRules[],
  { known, range }: { known: readonly Interval[]; range: Interval },
): Interval[] {
  const full = fullTimes(pool);
  const groups = connectedJobs(pool.jobs).map((jobs) => ({ jobs, span: hullOf(jobs.map(spanOf)) }));
  const found = [...known];
  for (const some of rules) {
    for (const candidate of freeSlots({ ...some, busy: full }, inOrder(some, range))) {
      const isKnown: Fits = (time) => found.some((slot) => contains(slot, time));
      const fits: Fits = (time) => {
        if (isKnown(time)) return true;
        const near = groups.filter(({ span }) => overlaps(span, withBuffers(time, some.policy)));
        return hasRoom({ units: pool.units, jobs: near.flatMap(({ jobs }) => jobs) }, some, time);
      };
      found.push(...longestFits(candidate, fits, some.policy).filter((slot) => !isKnown(slot)));
    }
  }
  return found.slice(known.length);
}

/** The part of a range in which units work; it may be empty. */
function inOrder({ outOfOrderUntil }: UnitRules, { start, end }: Interval): Interval {
  if (outOfOrderUntil === undefined) return { start, end };
  return { start: Math.min(Math.max(start, outOfOrderUntil ?? end), end), end };
}

/** When every unit is taken, however the bookings are arranged. */
function fullTimes({ jobs, units }: ArrangeablePool): Interval[] {
  const taken = [...jobs.map(leastOf), ...units.flatMap((unit) => mergeIntervals(unit.fixed))];
  const edges = taken.flatMap(({ start, end }) => [
    { at: start, by: 1 },
    { at: end, by: -1 },
  ]);
  const full: Interval[] = [];
  let count = 0;
  let since = 0;
  for (const { at, by } of edges.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    if (count >= units.length && at > since) full.push({ start: since, end: at });
    count += by;
    since = at;
  }
  return full;
}

/** What a job occupies on whichever unit. */
function leastOf({ on }: Job): Interval {
  const times = [...on.values()];
  return { start: Math.max(...times.map((time) => time.start)), end: Math.min(...times.map((time) => time.end)) };
}

function hasRoom({ jobs, units }: ArrangeablePool, { unitIds, policy }: UnitRules, time: Interval): boolean {
  const occupied = withBuffers(time, policy);
  if (isUniform({ jobs, units }, occupied)) return true;
  const wanted = { id: 'wanted', on: new Map(unitIds.map((id) => [id, occupied])) };
  return assignUnits([wanted, ...jobs], units) !== undefined;
}

/**
 * Whether everything may stand on every unit: then it is enough that not all are taken at once, and nothing has to be
 * tried.
 */
function isUniform({ jobs, units }: ArrangeablePool, wanted: Interval): boolean {
  const stretch = hullOf([wanted, ...jobs.map(spanOf)]);
  const isAlike = (job: Job): boolean => {
    const { start, end } = spanOf(job);
    const times = [...job.on.values()];
    return job.on.size === units.length && times.every((time) => time.start === start && time.end === end);
  };
  return units.every(({ fixed }) => !fixed.some((taken) => overlaps(taken, stretch))) && jobs.every(isAlike);
}

/**
 * The longest stretches of whole intervals that fit; whatever lies inside of one that fits, fits as well.
 * @returns in order; they may overlap, none lies inside another
 */
function longestFits({ start, end }: Interval, fits: Fits, policy: SlotFacts['policy']): Interval[] {
  if (fits({ start, end })) return [{ start, end }];
  const stepMs = policy.startIntervalMinutes * 60_000;
  const leastMs = Math.ceil(policy.minDurationMinutes / policy.startIntervalMinutes) * stepMs;
  const longest: Interval[] = [];
  let reach = start;
  for (let from = start; from + leastMs <= end; from += stepMs) {
    let to = Math.max(reach, from + leastMs);
    if (to > reach && !fits({ start: from, end: to })) continue;
    while (to < end && fits({ start: from, end: to + stepMs })) to += stepMs;
    if (to > reach) longest.push({ start: from, end: to });
    reach = to;
  }
  return longest;
}
