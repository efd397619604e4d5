import { Injectable } from '@nestjs/common';
import { Account, type Viewer } from '#libs/people';
import { Database, enqueueMail, Problem, type Transaction } from '#libs/platform';
import type { PrintJobState } from '#libs/contracts';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { enqueueCommand } from '../dispatch/enqueue-command.js';
import { findOwnPrint } from './find-own-print.js';
import type { PrintJob } from './print-job.entity.js';
import { PrintJobRepository } from './print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';

/** States in which no printer has it. */
export const notOnPrinter: readonly PrintJobState[] = [
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
   * When staff do it, the owner gets a mail.
   * @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it is over
   */
  async cancel(viewer: Viewer, printJobId: string): Promise<void> {
    const job = await findOwnPrint(this.jobs, viewer, printJobId);
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      await this.stop(tx, job.id);
      tx.record({
        accountId: viewer.accountId,
        action: 'print-job.cancel',
        subjectType: 'print_job',
        subjectId: job.id,
      });
      if (job.accountId !== viewer.accountId) await tellOwner(tx, job);
      tx.enqueue('print.plan', { hubId: job.hubId });
      if (hub !== undefined) tx.changed(hub.slug, 'queue', 'printers', 'board');
    });
  }

  private async stop(tx: Transaction, printJobId: string): Promise<void> {
    const job = await this.jobs.lock(tx, printJobId);
    if (job !== null && notOnPrinter.includes(job.status)) {
      await this.jobs.transition(tx, job.id, { from: [job.status], to: 'cancelled' });
      return;
    }
    const attempt = await this.attempts.lockRunning(tx, { printJobId });
    if (attempt === undefined || attempt.status === 'cancelling') throw new Problem('print.wrong_state');
    await this.attempts.move(tx, attempt, { to: 'cancelling' });
    enqueueCommand(tx, { type: 'cancel', printerId: attempt.printerId, attempt });
  }
}

async function tellOwner(tx: Transaction, job: PrintJob): Promise<void> {
  const owner = await tx.manager.findOneByOrFail(Account, { id: job.accountId });
  const params = { fileName: job.fileName };
  enqueueMail(tx, { to: owner.email, locale: owner.locale, template: 'printCancelled', params });
}
