import type { WaitingReason } from '#libs/contracts';
import { FilamentLeft } from './filament-left.js';
import { estimateRanges, type EstimateRanges, type InstantRange } from './estimate-range.js';
import { affinityOf, mismatchOf } from './match-printer.js';
import { OpenHours } from './open-hours.js';
import { PersonPrints } from './person-prints.js';
import type { PlanInput, PlanJob } from './plan-input.js';
import { PrinterTimeline, type Slot } from './printer-timeline.js';
import { orderQueue } from './queue-order.js';
import { reasonForSlot } from './waiting-reason.js';

export type { PlanInput, PlanJob, PlanPrinter } from './plan-input.js';

/** What becomes of one queued job. Instants in epoch milliseconds. */
export interface PlanEntry {
  readonly jobId: string;
  /** 1-based place in the queue. */
  readonly position: number;
  /** Null, as the estimates, when no healthy printer can make it in the time that is known. */
  readonly printerId: string | null;
  readonly estimatedStart: number | null;
  readonly estimatedEnd: number | null;
  /** What the estimates lie in, given that prints take longer or shorter than is stated. */
  readonly startRange: InstantRange | null;
  readonly endRange: InstantRange | null;
  /** `next` for a job that starts now. */
  readonly waitingReason: WaitingReason;
}

type PlacedJob = Omit<PlanEntry, 'startRange' | 'endRange'>;

const withoutRange: EstimateRanges = { startRange: null, endRange: null };

export interface Plan {
  /** In the order of the queue. */
  readonly entries: readonly PlanEntry[];
  /** What may start right now, at most one a printer. */
  readonly starts: readonly { readonly jobId: string; readonly printerId: string }[];
}

/**
 * Gives every queued job a printer, an honest time and a reason why it waits, and says which may start now. Pure: the
 * same input gives the same plan. Jobs choose in the order of the queue; a later one may use a gap that an earlier
 * one does not fit into, but never delays it.
 */
export function planPrints(input: PlanInput): Plan {
  const planner = new Planner(input);
  const placed = orderQueue(input.jobs, input.activeByPerson).map((job, index) => planner.plan(job, index + 1));
  const ranges = estimateRanges(input, placed);
  const entries = placed.map((entry) => ({ ...entry, ...(ranges.get(entry.jobId) ?? withoutRange) }));
  return { entries, starts: planner.starts };
}

interface Choice {
  readonly timeline: PrinterTimeline;
  readonly slot: Slot;
  readonly affinity: number;
}

class Planner {
  readonly starts: { jobId: string; printerId: string }[] = [];
  private readonly openHours: OpenHours;
  private readonly timelines: readonly PrinterTimeline[];
  private readonly filament: ReadonlyMap<string, FilamentLeft>;
  private readonly people = new Map<string, PersonPrints>();
  private readonly clearingMs: number;

  constructor(private readonly input: PlanInput) {
    this.clearingMs = input.limits.clearingMinutes * 60_000;
    this.openHours = new OpenHours(input.openPeriods);
    const context = { now: input.now, clearingMs: this.clearingMs, openHours: this.openHours };
    const shortestMs = Math.min(...input.jobs.map(({ durationMs }) => durationMs));
    this.filament = new Map(input.printers.map((printer) => [printer.id, new FilamentLeft(printer)]));
    this.timelines = input.printers.map((printer) => new PrinterTimeline(printer, context, shortestMs));
  }

  plan(job: PlanJob, position: number): PlacedJob {
    const candidates = this.candidatesFor(job);
    if (typeof candidates === 'string') return withoutPrinter(job, position, candidates);
    const person = this.personOf(job.personId);
    const { timeline, slot } = this.choose(job, person, candidates);
    const waitingReason = reasonForSlot({ job, timeline, slot, openHours: this.openHours, now: this.input.now });
    if (slot.start === null) return withoutPrinter(job, position, waitingReason);
    timeline.plan(slot.start, job.durationMs);
    person.plan(slot.start, job.durationMs);
    const printerId = timeline.printer.id;
    this.filament.get(printerId)?.promise(job);
    if (timeline.readiness === 'ready' && slot.start === this.input.now) this.starts.push({ jobId: job.id, printerId });
    const estimatedEnd = slot.start + job.durationMs;
    return { jobId: job.id, position, printerId, estimatedStart: slot.start, estimatedEnd, waitingReason };
  }

  /** Healthy printers that can make the job, only the preferred one when it is among them; or why there is none. */
  private candidatesFor(job: PlanJob): readonly PrinterTimeline[] | WaitingReason {
    const fitting: PrinterTimeline[] = [];
    let lacksMaterialOnly = false;
    for (const timeline of this.timelines) {
      const mismatch = mismatchOf(job, timeline.printer);
      if (mismatch === null) fitting.push(timeline);
      if (mismatch === 'material') lacksMaterialOnly = true;
    }
    if (fitting.length === 0) return lacksMaterialOnly ? 'material_missing' : 'no_matching_printer';
    const filled = fitting.filter(({ printer }) => this.filament.get(printer.id)?.suffices(job) ?? true);
    if (filled.length === 0) return 'not_enough_filament';
    const healthy = filled.filter(({ readiness }) => readiness !== 'away');
    if (healthy.length === 0) return 'printer_offline';
    const preferred = healthy.find(({ printer }) => printer.id === job.preferredPrinterId);
    return preferred ? [preferred] : healthy;
  }

  private choose(job: PlanJob, person: PersonPrints, candidates: readonly PrinterTimeline[]): Choice {
    // The one that is free first is a good guess, and spares looking far ahead on the others.
    const guess = candidates.reduce((first, timeline) => (timeline.from < first.from ? timeline : first));
    let best = choiceOf(job, guess, guess.findSlot(job.durationMs, person, Infinity));
    for (const timeline of candidates) {
      const latest = best.slot.start ?? Infinity;
      if (timeline === guess || timeline.from > latest) continue;
      const choice = choiceOf(job, timeline, timeline.findSlot(job.durationMs, person, latest));
      if (isBetter(choice, best)) best = choice;
    }
    return best;
  }

  private personOf(personId: string): PersonPrints {
    const known = this.people.get(personId);
    if (known) return known;
    const person = new PersonPrints(this.runningEnds(personId), this.input.limits.maxActivePerPerson);
    this.people.set(personId, person);
    return person;
  }

  /** Ends of a person's running prints. One that is overdue, or whose printer is not known, ends at the latest. */
  private runningEnds(personId: string): number[] {
    const soonest = this.input.now + this.clearingMs;
    const busy = this.input.printers.filter(({ busyUntil }) => busyUntil !== null);
    const endOf = (busyUntil: number | null) => Math.max(soonest, (busyUntil ?? soonest) - this.clearingMs);
    const own = busy.filter(({ currentPersonId }) => currentPersonId === personId);
    const latest = Math.max(soonest, ...busy.map(({ busyUntil }) => endOf(busyUntil)));
    const count = this.input.activeByPerson.get(personId) ?? 0;
    return Array.from({ length: count }, (_, index) => {
      const printer = own[index];
      return printer === undefined ? latest : endOf(printer.busyUntil);
    });
  }
}

const choiceOf = (job: PlanJob, timeline: PrinterTimeline, slot: Slot): Choice => ({
  timeline,
  slot,
  affinity: affinityOf(job, timeline.printer),
});

function isBetter(a: Choice, b: Choice): boolean {
  const [startA, startB] = [a.slot.start ?? Infinity, b.slot.start ?? Infinity];
  return startA < startB || (startA === startB && a.affinity > b.affinity);
}

function withoutPrinter(job: PlanJob, position: number, waitingReason: WaitingReason): PlacedJob {
  return { jobId: job.id, position, printerId: null, estimatedStart: null, estimatedEnd: null, waitingReason };
}
