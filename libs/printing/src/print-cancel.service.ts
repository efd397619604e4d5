import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem, type Transaction } from '#libs/platform';
import type { PrintJobState } from '#libs/contracts';
import { AttemptRepository } from './attempt.repository.js';
import { enqueueCommand } from './enqueue-command.js';
import type { PrintJob } from './print-job.entity.js';
import { PrintJobRepository } from './print-job.repository.js';
import { PrinterRepository } from './printer.repository.js';
import { hasEnded } from './rules/fold-observation.js';

const notOnPrinter: readonly PrintJobState[] = [
  'uploaded',
  'analysing',
  'awaiting_review',
  'needs_changes',
  'queued',
  'failed',
];

/** The owner, or staff, do not want a print any more. */
@Injectable()
export class PrintCancelService {
  constructor(
    private readonly database: Database,
    private readonly jobs: PrintJobRepository,
    private readonly attempts: AttemptRepository,
    private readonly printers: PrinterRepository,
  ) {}

  /**
   * Cancels at once what is on no printer; what is on one is told to stop, and is cancelled when the printer says so.
   * @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it is over
   */
  async cancel(viewer: Viewer, printJobId: string): Promise<void> {
    const job = await this.jobs.find(printJobId);
    if (job === null) throw new Problem('not_found');
    if (job.accountId !== viewer.accountId && !isStaffOf(viewer, job.hubId)) throw new Problem('not_found');
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      const isCancelled = await this.jobs.transition(tx, job.id, { from: notOnPrinter, to: 'cancelled' });
      if (!isCancelled) await this.stopAttempt(tx, job);
      tx.record({
        accountId: viewer.accountId,
        action: 'print-job.cancel',
        subjectType: 'print_job',
        subjectId: job.id,
      });
      tx.enqueue('print.plan', { hubId: job.hubId });
      if (hub !== undefined) tx.changed(hub.slug, 'queue', 'printers', 'board');
    });
  }

  private async stopAttempt(tx: Transaction, job: PrintJob): Promise<void> {
    const attempt = await this.attempts.lockLatest(tx, job.id);
    const isOver = attempt === undefined || hasEnded(attempt.status) || attempt.status === 'cancelling';
    if (isOver) throw new Problem('print.wrong_state');
    await this.attempts.move(tx, attempt, { to: 'cancelling' });
    enqueueCommand(tx, { type: 'cancel', printerId: attempt.printerId, attempt });
  }
}
