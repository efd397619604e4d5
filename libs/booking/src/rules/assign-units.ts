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
const maxPositions = 20_000;

/**
 * Gives every job a unit so that no two overlap and nothing fixed is touched. Exact: when there is any way it is
 * found, unless the search would go past its bound, which only pools far beyond a hub's size reach. Jobs stay where
 * they are when that works.
 * @returns unit by job id; undefined when there is no way
 */
export function assignUnits(jobs: readonly Job[], units: readonly Unit[]): Map<string, string> | undefined {
  const placed = new Map<string, string>();
  for (const group of connectedJobs(jobs)) {
    const found = new Search(group, units).run();
    if (found === undefined) return undefined;
    for (const [job, unit] of found) placed.set(job, unit);
  }
  return placed;
}

/** A unit in a search. */
interface Place {
  readonly id: string;
  /** The same for two units on which every job would occupy the same time. */
  readonly kind: number;
  readonly fixed: readonly Interval[];
  /** By jobs that were placed. */
  taken: readonly Interval[];
}

/** Goes through one group of jobs by start, a unit at a time, and never twice through the same position. */
class Search {
  private readonly jobs: readonly Job[];
  private readonly places: readonly Place[];
  private readonly deadEnds = new Set<string>();
  private readonly placed = new Map<string, string>();

  constructor(jobs: readonly Job[], units: readonly Unit[]) {
    this.jobs = jobs.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
    const span = hullOf(jobs.map(spanOf));
    const kinds: string[] = [];
    const kindOf = (id: string): number => {
      const kind = this.jobs.map((job) => textOf(job.on.get(id))).join();
      return kinds.includes(kind) ? kinds.indexOf(kind) : kinds.push(kind) - 1;
    };
    this.places = units.map(({ id, fixed }) => ({
      id,
      kind: kindOf(id),
      fixed: fixed.filter((taken) => overlaps(taken, span)).toSorted((a, b) => a.start - b.start),
      taken: [],
    }));
  }

  run(): Map<string, string> | undefined {
    return this.place(0) ? this.placed : undefined;
  }

  private place(index: number): boolean {
    const job = this.jobs[index];
    if (job === undefined) return true;
    const { start } = spanOf(job);
    const ahead = new Map(this.places.map((place) => [place, aheadOf(place, start)]));
    const position = `${index}/${[...ahead.values()].toSorted().join()}`;
    if (this.deadEnds.has(position) || this.deadEnds.size >= maxPositions) return false;
    const tried = new Set<string>();
    for (const place of this.choicesOf(job)) {
      // Two units of which nothing tells one from the other from now on would both do, or neither.
      const future = ahead.get(place) ?? '';
      if (!tried.has(future) && this.tryOn(index, job, place)) return true;
      tried.add(future);
    }
    this.deadEnds.add(position);
    return false;
  }

  private tryOn(index: number, job: Job, place: Place): boolean {
    const time = job.on.get(place.id);
    const before = place.taken;
    if (time === undefined || before.some((other) => overlaps(other, time))) return false;
    place.taken = [...before, time];
    this.placed.set(job.id, place.id);
    if (this.place(index + 1)) return true;
    place.taken = before;
    return false;
  }

  /** Where nothing fixed is in the way: the present unit first, then those where fewest others are now. */
  private choicesOf(job: Job): Place[] {
    const rank = new Map<Place, number>();
    for (const place of this.places) {
      const time = job.on.get(place.id);
      if (time === undefined || place.fixed.some((taken) => overlaps(taken, time))) continue;
      const isPresent = place.id === job.current;
      rank.set(place, isPresent ? -1 : this.jobs.filter((other) => isNowOn(other, place, time)).length);
    }
    return [...rank.keys()].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  }
}

/** All that the rest depends on: what is taken of a unit from now on, no matter by whom. */
function aheadOf({ kind, fixed, taken }: Place, start: number): string {
  const ahead = [...fixed, ...taken].filter((time) => time.end > start);
  return `${kind}:${ahead.map(({ start: from, end }) => textOf({ start: Math.max(from, start), end })).join('+')}`;
}

function textOf(time: Interval | undefined): string {
  return time === undefined ? '' : `${time.start}-${time.end}`;
}

function isNowOn(job: Job, { id }: Place, time: Interval): boolean {
  const now = job.current === id ? job.on.get(id) : undefined;
  return now !== undefined && overlaps(now, time);
}

/** @returns the jobs in groups: those of two groups cannot meet, not even through others */
export function connectedJobs(jobs: readonly Job[]): Job[][] {
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
export function spanOf({ on }: Job): Interval {
  return hullOf([...on.values()]);
}

/** The shortest stretch that holds all of some. */
export function hullOf(intervals: readonly Interval[]): Interval {
  return {
    start: Math.min(...intervals.map((each) => each.start)),
    end: Math.max(...intervals.map((each) => each.end)),
  };
}
