import { overlaps, type Interval } from './interval.js';

/** Something that needs one unit of a pool for a while. */
export interface Job {
  readonly id: string;
  /** What it occupies on each unit that would do, buffers included; a unit that is not named will not do. */
  readonly on: ReadonlyMap<string, Interval>;
  /** Where it is now; undefined while it has no unit. */
  readonly current?: string | undefined;
}

/** A unit and what cannot be moved away from it; any order, may overlap. */
export interface Unit {
  readonly id: string;
  readonly fixed: readonly Interval[];
}

/** Positions that are looked at before the search gives up: a full day of ten units needs a few hundred. */
const maxPositions = 50_000;

/**
 * Gives every job a unit so that no two overlap and nothing fixed is touched. Exact: when there is any way it is
 * found, unless the search would go past its bound, which only pools far beyond a hub's size reach. Jobs stay where
 * they are when that works.
 * @returns unit by job id; undefined when there is no way
 */
export function assignUnits(jobs: readonly Job[], units: readonly Unit[]): Map<string, string> | undefined {
  const placed = new Map<string, string>();
  for (const group of connected(jobs)) {
    const found = new Search(group, units).run();
    if (found === undefined) return undefined;
    for (const [job, unit] of found) placed.set(job, unit);
  }
  return placed;
}

/** Goes through one group of jobs by start, a unit at a time, and never twice through the same position. */
class Search {
  private readonly jobs: readonly Job[];
  private readonly deadEnds = new Set<string>();
  private readonly taken = new Map<string, readonly Interval[]>();
  private readonly placed = new Map<string, string>();

  constructor(
    jobs: readonly Job[],
    private readonly units: readonly Unit[],
  ) {
    this.jobs = jobs.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
  }

  run(): Map<string, string> | undefined {
    return this.place(0) ? this.placed : undefined;
  }

  private place(index: number): boolean {
    const job = this.jobs[index];
    if (job === undefined) return true;
    const position = this.positionAt(index, spanOf(job).start);
    if (this.deadEnds.has(position) || this.deadEnds.size >= maxPositions) return false;
    for (const unit of choicesOf(job, { jobs: this.jobs, units: this.units })) {
      if (this.tryOn(index, job, unit)) return true;
    }
    this.deadEnds.add(position);
    return false;
  }

  private tryOn(index: number, job: Job, unit: Unit): boolean {
    const time = job.on.get(unit.id);
    const before = this.taken.get(unit.id) ?? [];
    if (time === undefined || before.some((other) => overlaps(other, time))) return false;
    this.taken.set(unit.id, [...before, time]);
    this.placed.set(job.id, unit.id);
    if (this.place(index + 1)) return true;
    this.taken.set(unit.id, before);
    return false;
  }

  /** All that the rest depends on: what is taken from now on, unit by unit, no matter by whom. */
  private positionAt(index: number, start: number): string {
    const ahead = this.units.map(({ id }) =>
      (this.taken.get(id) ?? [])
        .filter((time) => time.end > start)
        .map((time) => `${Math.max(time.start, start)}-${time.end}`)
        .join('+'),
    );
    return `${index}/${ahead.join()}`;
  }
}

/** The units on which nothing fixed is in the way: the present one first, then those where fewest others are now. */
function choicesOf(job: Job, { jobs, units }: { jobs: readonly Job[]; units: readonly Unit[] }): Unit[] {
  const rank = new Map<Unit, number>();
  for (const unit of units) {
    const time = job.on.get(unit.id);
    if (time === undefined || unit.fixed.some((taken) => overlaps(taken, time))) continue;
    rank.set(unit, unit.id === job.current ? -1 : jobs.filter((other) => isNowOn(other, unit, time)).length);
  }
  return [...rank.keys()].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

function isNowOn(job: Job, unit: Unit, time: Interval): boolean {
  const now = job.current === unit.id ? job.on.get(unit.id) : undefined;
  return now !== undefined && overlaps(now, time);
}

/** Jobs that cannot meet, not even through others, are searched apart. */
function connected(jobs: readonly Job[]): Job[][] {
  const groups: Job[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const job of jobs.toSorted((a, b) => spanOf(a).start - spanOf(b).start)) {
    const { start, end } = spanOf(job);
    const group = groups.at(-1);
    if (group === undefined || start >= reach) groups.push([job]);
    else group.push(job);
    reach = Math.max(reach, end);
  }
  return groups;
}

/** From the earliest start to the latest end on any unit. */
function spanOf({ on }: Job): Interval {
  const times = [...on.values()];
  return { start: Math.min(...times.map((time) => time.start)), end: Math.max(...times.map((time) => time.end)) };
}
