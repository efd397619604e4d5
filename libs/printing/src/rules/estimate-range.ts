import { OpenHours } from './open-hours.js';
import type { PlanInput, PlanJob, PlanPrinter, TimeError } from './plan-input.js';

/** Between which two instants something is expected; epoch milliseconds, both whole five minutes unless it is now. */
export interface InstantRange {
  readonly earliest: number;
  readonly latest: number;
}

/** What slicers are off by who know the printer's acceleration: rarely too long, often too short. */
export const slicersTimeError: TimeError = { early: 0.05, late: 0.15 };

/** Prints a printer must have ended before its own past is believed. */
const leastPrints = 5;
const narrowest = 0.02;
const widest: TimeError = { early: 0.5, late: 1 };
const stepMs = 5 * 60_000;

/** How long a printer's latest prints took, as shares of their stated time: how many, tenth and ninetieth percentile. */
export interface PastPrints {
  readonly count: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far the stated time of a print may be off on a printer. */
export function timeErrorOf(past: PastPrints): TimeError {
  if (past.count < leastPrints || past.low === null || past.high === null) return slicersTimeError;
  return {
    early: Math.min(widest.early, Math.max(narrowest, 1 - past.low)),
    late: Math.min(widest.late, Math.max(narrowest, past.high - 1)),
  };
}

/** When a print that runs now is expected to end; what is left of it is less certain the longer it is. */
export function runningEndRange(endsAt: number, { now, error }: { now: number; error: TimeError }): InstantRange {
  const left = Math.max(0, endsAt - now);
  return outward({
    earliest: endsAt - left * error.early,
    latest: endsAt + left * error.late,
  });
}

/** A job's place in the plan, as a point. */
interface Placed {
  readonly jobId: string;
  readonly printerId: string | null;
  readonly estimatedStart: number | null;
  readonly estimatedEnd: number | null;
  readonly waitingReason: string;
}

export interface EstimateRanges {
  readonly startRange: InstantRange | null;
  readonly endRange: InstantRange | null;
}

/**
 * Makes ranges of a plan's points: whatever runs or is planned before a job on its printer may end sooner or later than
 * stated, and moves it along, around bookings and closing times. The range always holds the point.
 */
export function estimateRanges(input: PlanInput, entries: readonly Placed[]): Map<string, EstimateRanges> {
  const ranges = new Map<string, EstimateRanges>();
  const jobs = new Map(input.jobs.map((job) => [job.id, job]));
  const openHours = new OpenHours(input.openPeriods);
  const byPrinter = new Map<string, Placed[]>(input.printers.map(({ id }) => [id, []]));
  for (const entry of entries) if (entry.printerId !== null) byPrinter.get(entry.printerId)?.push(entry);
  for (const printer of input.printers) {
    const placed = (byPrinter.get(printer.id) ?? []).toSorted((a, b) => startOf(a) - startOf(b));
    new PrinterRanges(printer, input, openHours).add(placed, jobs, ranges);
  }
  return ranges;
}

const startOf = ({ estimatedStart }: Placed) => estimatedStart ?? 0;

/** Walks along one printer's plan twice at once: with everything going quickly, and with everything taking long. */
class PrinterRanges {
  private readonly error: TimeError;
  private readonly clearingMs: number;
  /** When the printer is free again in either case; null when nothing is before. */
  private free: InstantRange | null = null;

  constructor(
    private readonly printer: PlanPrinter,
    private readonly input: PlanInput,
    private readonly openHours: OpenHours,
  ) {
    this.error = printer.timeError ?? slicersTimeError;
    this.clearingMs = input.limits.clearingMinutes * 60_000;
    if (printer.busyUntil !== null) this.freeAfter(this.runningEnd(printer.busyUntil));
  }

  add(placed: readonly Placed[], jobs: ReadonlyMap<string, PlanJob>, ranges: Map<string, EstimateRanges>): void {
    for (const entry of placed) {
      const job = jobs.get(entry.jobId);
      if (job === undefined || entry.estimatedStart === null) continue;
      const start = this.startRange(entry, entry.estimatedStart, job.durationMs);
      const end = {
        earliest: start.earliest + job.durationMs * (1 - this.error.early),
        latest: start.latest + job.durationMs * (1 + this.error.late),
      };
      this.freeAfter(end);
      ranges.set(entry.jobId, { startRange: outward(start, this.input.now), endRange: outward(end, this.input.now) });
    }
  }

  private startRange(entry: Placed, start: number, durationMs: number): InstantRange {
    if (this.free === null) return { earliest: start, latest: start };
    // Somebody else's print elsewhere is what this one waits for.
    const isBound = entry.waitingReason === 'person_limit';
    const earliest = isBound ? start : this.fit(Math.max(this.input.now, this.free.earliest), durationMs);
    return {
      earliest: Math.min(start, earliest),
      latest: Math.max(start, this.fit(this.free.latest, durationMs)),
    };
  }

  /** Past what occupies the printer, and into opening hours where it must not run alone. */
  private fit(from: number, durationMs: number): number {
    let start = from;
    for (const { start: taken, end } of this.printer.allocations) {
      if (end > start && taken < start + durationMs + this.clearingMs && end > this.input.now) start = end;
    }
    return this.printer.unattendedAllowed ? start : (this.openHours.earliestFit(start, durationMs) ?? start);
  }

  private runningEnd(busyUntil: number): InstantRange {
    const { now } = this.input;
    const left = Math.max(0, busyUntil - this.clearingMs - now);
    return { earliest: now + left * (1 - this.error.early), latest: now + left * (1 + this.error.late) };
  }

  private freeAfter({ earliest, latest }: InstantRange): void {
    this.free = {
      earliest: this.openHours.clearedAt(earliest, this.clearingMs),
      latest: this.openHours.clearedAt(latest, this.clearingMs),
    };
  }
}

/** Nobody is helped by minutes in what is not known to the minute. */
function outward({ earliest, latest }: InstantRange, now = -Infinity): InstantRange {
  return {
    earliest: Math.max(Math.min(earliest, now), Math.floor(earliest / stepMs) * stepMs),
    latest: latest <= now ? latest : Math.ceil(latest / stepMs) * stepMs,
  };
}
