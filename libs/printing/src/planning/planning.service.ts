import { Injectable } from '@nestjs/common';
import { Calendar } from '#libs/booking';
import type { JobPayload } from '#libs/contracts';
import { Clock, Database, HandlesJob, type Transaction } from '#libs/platform';
import { toPlanJob, toPlannedJob, toPlanPrinter } from './plan-mapping.js';
import { PlanningRepository, type PlannableJob } from './planning.repository.js';
import { PrintStartService, type Start } from './print-start.service.js';
import { deferralMs } from '../rules/after-refusal.js';
import { clearingMinutes } from '../rules/clearing.js';
import { planPrints, type Plan, type PlanInput } from '../rules/plan-prints.js';

const dayMs = 24 * 3600_000;
/** How far ahead the plan looks; a longer queue than that is told no time. */
const horizonDays = 14;
const maxActivePerPerson = 2;

/** Decides, again and again, which job goes next on which printer, and when the others will. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repository: PlanningRepository,
    private readonly calendar: Calendar,
    private readonly starts: PrintStartService,
  ) {}

  @HandlesJob('print.plan')
  async plan({ hubId }: JobPayload<'print.plan'>): Promise<void> {
    // Before the transaction: a planner that asked for a second connection could wait for itself.
    const openPeriods = await this.openPeriods(hubId);
    await this.database.transaction(async (tx) => {
      const hub = await this.repository.lockHub(tx, hubId);
      if (hub === undefined) return;
      const waiting = await this.repository.jobs(tx, hubId);
      if (waiting.length === 0) return;
      const plan = planPrints(await this.describe(tx, hubId, { waiting, openPeriods }));
      const due = this.startsNow(plan, waiting);
      const started = await this.startJobs(tx, due);
      // Somebody took a printer, or a job, at this very moment: the next plan knows.
      if (started < due.length) tx.enqueue('print.plan', { hubId }, { runAt: this.soon() });
      const isChanged = await this.repository.savePlan(tx, plan.entries.map(toPlannedJob));
      if (isChanged || started > 0) tx.changed(hub.slug, 'queue', 'board');
      if (started > 0) tx.changed(hub.slug, 'printers');
    });
  }

  private soon(): Date {
    return new Date(this.clock.now().getTime() + 1000);
  }

  private async openPeriods(hubId: string): Promise<PlanInput['openPeriods']> {
    const now = this.clock.now();
    const periods = await this.calendar.openingPeriods(hubId, now, horizonFrom(now));
    return periods.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() }));
  }

  private async describe(
    tx: Transaction,
    hubId: string,
    { waiting, openPeriods }: { waiting: readonly PlannableJob[]; openPeriods: PlanInput['openPeriods'] },
  ): Promise<PlanInput> {
    const now = this.clock.now();
    const printers = await this.repository.printers(tx, hubId, now);
    const activeByPerson = await this.repository.activeByPerson(tx, hubId);
    const resourceIds = printers.map((printer) => printer.id);
    const allocations = await this.calendar.allocationsOf(tx, { resourceIds, from: now, to: horizonFrom(now) });
    return {
      now: now.getTime(),
      printers: printers.map((printer) => toPlanPrinter(printer, allocations, now)),
      jobs: waiting.map(toPlanJob),
      openPeriods,
      limits: { maxActivePerPerson, clearingMinutes },
      activeByPerson,
    };
  }

  /** What the plan starts, but for jobs that a printer has just refused: they are left alone for a moment. */
  private startsNow({ starts, entries }: Plan, waiting: readonly PlannableJob[]): Start[] {
    const now = this.clock.now().getTime();
    const isDeferred = ({ refusedAt }: PlannableJob): boolean =>
      refusedAt !== null && now < refusedAt.getTime() + deferralMs;
    const deferred = new Set(waiting.filter(isDeferred).map(({ id }) => id));
    const entryOf = new Map(entries.map((entry) => [entry.jobId, entry]));
    return starts.flatMap(({ jobId, printerId }) => {
      const entry = entryOf.get(jobId);
      return entry === undefined || deferred.has(jobId) ? [] : [{ ...entry, printerId }];
    });
  }

  private async startJobs(tx: Transaction, starts: readonly Start[]): Promise<number> {
    let started = 0;
    // At most one for each printer of the hub.
    for (const start of starts) if (await this.starts.start(tx, start)) started += 1;
    return started;
  }
}

function horizonFrom(now: Date): Date {
  return new Date(now.getTime() + horizonDays * dayMs);
}
