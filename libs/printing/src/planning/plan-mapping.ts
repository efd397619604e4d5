import type { CalendarEntry } from '#libs/booking';
import type { PlannableJob, PlannablePrinter, PlannedJob } from './planning.repository.js';
import { filamentNeeds } from '../rules/filament-needs.js';
import { timeErrorOf } from '../rules/estimate-range.js';
import type { PlanEntry, PlanJob, PlanPrinter } from '../rules/plan-prints.js';

/** A file that tells no time is planned as if it took this long. */
const assumedDurationMs = 2 * 3600_000;

/** A printer as the planner looks at it; its running print is not among the things that stand in its way. */
export function toPlanPrinter(printer: PlannablePrinter, calendar: readonly CalendarEntry[], now: Date): PlanPrinter {
  const others = calendar.filter(
    ({ resourceId, printAttemptId }) =>
      resourceId === printer.id && (printAttemptId === null || printAttemptId !== printer.runningAttemptId),
  );
  return {
    id: printer.id,
    // A print that nobody sent through us occupies the printer just the same.
    state: printer.localPrint && printer.state === 'idle' ? 'unknown' : printer.state,
    plate: printer.plate,
    outOfOrder: printer.isOutOfOrder,
    model: printer.model,
    bed: printer.bed,
    bedOrigin: printer.bedOrigin,
    nozzleDiameterMillimetres: printer.nozzleDiameterMillimetres,
    loadedMaterial: printer.loadedMaterial,
    isUnloaded: printer.isUnloaded,
    spools: printer.spools,
    unattendedAllowed: printer.unattendedAllowed,
    timeError: timeErrorOf(printer.past),
    busyUntil: busyUntil(printer, calendar, now),
    currentPersonId: printer.runningAccountId,
    allocations: others.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
  };
}

function busyUntil(printer: PlannablePrinter, calendar: readonly CalendarEntry[], now: Date): number | null {
  if (printer.runningAttemptId === null) return null;
  const own = calendar.find(({ printAttemptId }) => printAttemptId === printer.runningAttemptId);
  return (own?.endsAt ?? now).getTime();
}

export function toPlanJob(job: PlannableJob): PlanJob {
  const { analysis } = job;
  const seconds = analysis?.estimatedSeconds ?? null;
  return {
    id: job.id,
    personId: job.accountId,
    queuedAt: job.queuedAt.getTime(),
    durationMs: seconds === null ? assumedDurationMs : Math.ceil(seconds * 1000),
    material: job.material,
    gramsByTool: filamentNeeds(analysis),
    boundingBox: analysis?.boundingBox ?? null,
    nozzleDiameterMillimetres: analysis?.nozzleDiameterMillimetres ?? null,
    printerModel: analysis?.printerModel ?? null,
    preferredPrinterId: job.preferredPrinterId,
    priority: job.queuePriority,
  };
}

/** An entry of the plan as it is kept. */
export function toPlannedJob(entry: PlanEntry): PlannedJob {
  const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return {
    id: entry.jobId,
    position: entry.position,
    printerId: entry.printerId,
    estimatedStartAt: instant(entry.estimatedStart),
    estimatedEndAt: instant(entry.estimatedEnd),
    startEarliestAt: instant(entry.startRange?.earliest ?? null),
    startLatestAt: instant(entry.startRange?.latest ?? null),
    endEarliestAt: instant(entry.endRange?.earliest ?? null),
    endLatestAt: instant(entry.endRange?.latest ?? null),
    waitingReason: entry.waitingReason,
  };
}
