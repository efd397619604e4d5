import { Injectable } from '@nestjs/common';
import { Calendar } from '#libs/booking';
import { Clock, type Transaction } from '#libs/platform';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { FilamentUseRepository } from '../filament/filament-use.repository.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { clearingMinutes } from '../rules/clearing.js';
import { filamentNeeds } from '../rules/filament-needs.js';
import type { PlanEntry } from '../rules/plan-prints.js';

/** An entry of the plan that may start now. */
export type Start = PlanEntry & { printerId: string };

/** Gives a job its printer, the printer's time, and the filament that is loaded there. */
@Injectable()
export class PrintStartService {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: PrintJobRepository,
    private readonly attempts: AttemptRepository,
    private readonly calendar: Calendar,
    private readonly uses: FilamentUseRepository,
  ) {}

  /** @returns false when the job was cancelled, or the printer booked, while it was planned */
  async start(tx: Transaction, { jobId, printerId, estimatedEnd }: Start): Promise<boolean> {
    const job = await this.jobs.lock(tx, jobId);
    if (job?.status !== 'queued') return false;
    const attempt = await this.attempts.create(tx, { printJobId: jobId, printerId });
    if (attempt === undefined) return false;
    const from = this.clock.now();
    const to = new Date((estimatedEnd ?? from.getTime()) + clearingMinutes * 60_000);
    if (!(await this.calendar.occupyForPrint(tx, { resourceId: printerId, attemptId: attempt.id, from, to }))) {
      await this.attempts.forget(tx, attempt.id);
      return false;
    }
    await this.uses.reserve(tx, attempt.id, filamentNeeds(job.analysis));
    await this.jobs.transition(tx, jobId, { from: ['queued'], to: 'dispatching' });
    tx.enqueue('print.dispatch', { printJobId: jobId, attempt: attempt.number }, { jobId });
    return true;
  }
}
