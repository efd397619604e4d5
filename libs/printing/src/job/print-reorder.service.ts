import { Injectable } from '@nestjs/common';
import { isStaffOf } from '#libs/people';
import type { Reorder } from '#libs/contracts';
import { Database, Problem, type Transaction } from '#libs/platform';
import { lockHubPlan } from '../planning/lock-hub-plan.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { ownTurn, priorityAt, type QueuePlace } from '../rules/queue-priority.js';
import { findOwnPrint } from './find-own-print.js';
import { assertUnchanged, type PrintChange } from './print-change.js';
import type { PrintJob } from './print-job.entity.js';
import { PrintJobRepository } from './print-job.repository.js';

/** Staff change the order of the queue, and say why. */
@Injectable()
export class PrintReorderService {
  constructor(
    private readonly database: Database,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
  ) {}

  /**
   * Moves a waiting print before all others, behind them, or back to where its turn is. The plan follows.
   * @throws Problem `not_found` to those who may not see it, `auth.forbidden` to its owner, `print.wrong_state` when it
   *   does not wait, `precondition.failed` when it is not what was looked at
   */
  async reorder(change: PrintChange, wish: Reorder): Promise<void> {
    const { viewer, printJobId } = change;
    const { hubId } = await findOwnPrint(this.jobs, viewer, printJobId);
    if (!isStaffOf(viewer, hubId)) throw new Problem('auth.forbidden');
    const hub = await this.printers.findHub(hubId);
    await this.database.transaction(async (tx) => {
      // Two who move prints at once move one before the other, and neither into a plan that is being made.
      await lockHubPlan(tx, hubId);
      const job = await this.jobs.lock(tx, printJobId);
      if (job === null) throw new Problem('not_found');
      assertUnchanged(change, job);
      if (job.status !== 'queued') throw new Problem('print.wrong_state');
      if (wish.to === 'turn' && job.queuePriority === 0) return;
      await this.jobs.place(tx, job.id, await this.placeFor(tx, job, wish));
      tx.record({
        accountId: viewer.accountId,
        action: `print-job.move-${wish.to}`,
        subjectType: 'print_job',
        subjectId: job.id,
      });
      tx.enqueue('print.plan', { hubId });
      if (hub !== undefined) tx.changed(hub.slug, 'queue');
    });
  }

  private async placeFor(tx: Transaction, job: PrintJob, wish: Reorder): Promise<QueuePlace> {
    if (wish.to === 'turn') return ownTurn;
    const queuePriority = priorityAt(wish.to, await this.jobs.prioritiesOfOthers(tx, job));
    return { queuePriority, queuePriorityReason: wish.reason };
  }
}
