import { Injectable } from '@nestjs/common';
import { Calendar, type CalendarEntry } from '#libs/booking';
import type { JobPayload } from '#libs/contracts';
import { Clock, Database, HandlesJob, type Transaction } from '#libs/platform';
import { AttemptRepository } from './attempt.repository.js';
import {
  PlanningRepository,
  type PlannableJob,
  type PlannablePrinter,
  type PlannedJob,
} from './planning.repository.js';
import { PrintJobRepository } from './print-job.repository.js';
import { clearingMinutes } from './rules/clearing.js';
import {
  planPrints,
  type Plan,
  type PlanEntry,
  type PlanInput,
  type PlanJob,
  type PlanPrinter,
} from './rules/plan-prints.js';

const dayMs = 24 * 3600_000;
/** How far ahead the plan looks; a longer queue than that is told no time. */
const horizonDays = 14;
const maxActivePerPerson = 2;
/** A file that tells no time is planned as if it took this long. */
const assumedDurationMs = 2 * 3600_000;

/** Decides, again and again, which job goes next on which printer, and when the others will. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repository: PlanningRepository,
    private readonly jobs: PrintJobRepository,
    private readonly attempts: AttemptRepository,
    private readonly calendar: Calendar,
  ) {}

  @HandlesJob('print.plan')
  async plan({ hubId }: JobPayload<'print.plan'>): Promise<void> {
    // Read before the transaction, which must not wait for a second connection while it holds one.
    const openPeriods = await this.openPeriods(hubId);
    await this.database.transaction(async (tx) => {
      const hub = await this.repository.lockHub(tx, hubId);
      if (hub === undefined) return;
      const input = await this.load(tx, hubId, openPeriods);
      if (input.jobs.length === 0) return;
      const plan = planPrints(input);
      const started = await this.startJobs(tx, plan);
      const isChanged = await this.repository.savePlan(tx, plan.entries.map(toPlannedJob));
      if (isChanged || started > 0) tx.changed(hub.slug, 'queue', 'board');
      if (started > 0) tx.changed(hub.slug, 'printers');
    });
  }

  private async openPeriods(hubId: string): Promise<PlanInput['openPeriods']> {
    const now = this.clock.now();
    const periods = await this.calendar.openingPeriods(hubId, now, new Date(now.getTime() + horizonDays * dayMs));
    return periods.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() }));
  }

  private async load(tx: Transaction, hubId: string, openPeriods: PlanInput['openPeriods']): Promise<PlanInput> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + horizonDays * dayMs);
    const printers = await this.repository.printers(tx, hubId, now);
    const jobs = await this.repository.jobs(tx, hubId);
    const activeByPerson = await this.repository.activeByPerson(tx, hubId);
    const resourceIds = printers.map((printer) => printer.id);
    const allocations = await this.calendar.allocationsOf(tx, { resourceIds, from: now, to: until });
    return {
      now: now.getTime(),
      printers: printers.map((printer) => toPlanPrinter(printer, allocations, now)),
      jobs: jobs.map(toPlanJob),
      openPeriods,
      limits: { maxActivePerPerson, clearingMinutes },
      activeByPerson,
    };
  }

  /** @returns how many could be started; a booking made this very moment may have taken a printer */
  private async startJobs(tx: Transaction, plan: Plan): Promise<number> {
    const entries = new Map(plan.entries.map((entry) => [entry.jobId, entry]));
    let started = 0;
    for (const { jobId, printerId } of plan.starts) {
      const entry = entries.get(jobId);
      if (entry !== undefined && (await this.startJob(tx, { ...entry, printerId }))) started += 1;
    }
    return started;
  }

  private async startJob(tx: Transaction, entry: PlanEntry & { printerId: string }): Promise<boolean> {
    const { jobId, printerId } = entry;
    const attempt = await this.attempts.create(tx, { printJobId: jobId, printerId });
    if (attempt === undefined) return false;
    const from = this.clock.now();
    const to = new Date((entry.estimatedEnd ?? from.getTime()) + clearingMinutes * 60_000);
    if (!(await this.calendar.occupyForPrint(tx, { resourceId: printerId, attemptId: attempt.id, from, to }))) {
      await this.attempts.forget(tx, attempt.id);
      return false;
    }
    const isClaimed = await this.jobs.transition(tx, jobId, { from: ['queued'], to: 'dispatching' });
    if (!isClaimed) throw new Error(`print job ${jobId} left the queue while it was planned`);
    tx.enqueue('print.dispatch', { printJobId: jobId, attempt: attempt.number }, { jobId });
    return true;
  }
}

function toPlanPrinter(printer: PlannablePrinter, calendar: readonly CalendarEntry[], now: Date): PlanPrinter {
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
    nozzleDiameterMillimetres: printer.nozzleDiameterMillimetres,
    loadedMaterial: printer.loadedMaterial,
    unattendedAllowed: printer.unattendedAllowed,
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

function toPlanJob(job: PlannableJob): PlanJob {
  const { analysis } = job;
  const seconds = analysis?.estimatedSeconds ?? null;
  return {
    id: job.id,
    personId: job.accountId,
    queuedAt: job.queuedAt.getTime(),
    durationMs: seconds === null ? assumedDurationMs : Math.ceil(seconds * 1000),
    material: job.material,
    boundingBox: analysis?.boundingBox ?? null,
    nozzleDiameterMillimetres: analysis?.nozzleDiameterMillimetres ?? null,
    printerModel: analysis?.printerModel ?? null,
    preferredPrinterId: job.preferredPrinterId,
  };
}

function toPlannedJob(entry: PlanEntry): PlannedJob {
  const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return {
    id: entry.jobId,
    position: entry.position,
    printerId: entry.printerId,
    estimatedStartAt: instant(entry.estimatedStart),
    estimatedEndAt: instant(entry.estimatedEnd),
    waitingReason: entry.waitingReason,
  };
}
