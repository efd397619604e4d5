import { Injectable } from '@nestjs/common';
import { isStaffOf } from '#libs/people';
import type { Reorder } from '#libs/contracts';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import { lockHubPlan } from '../planning/lock-hub-plan.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { ownTurn, priorityAt, type PrioritySpan } from '../rules/queue-priority.js';
import { findOwnPrint } from './find-own-print.js';
import { assertUnchanged, type PrintChange } from './print-change.js';
import { PrintJob } from './print-job.entity.js';
import { PrintJobRepository } from './print-job.repository.js';

/** Staff change the order of the queue, and say why. */
@Injectable()
export class PrintReorderService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
      await this.move(tx, job, wish);
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

  private async move(tx: Transaction, { id, hubId }: PrintJob, wish: Reorder): Promise<void> {
    const place =
      wish.to === 'turn'
        ? ownTurn
        : {
            queuePriority: priorityAt(wish.to, await this.spanOfOthers(tx, { id, hubId })),
            queuePriorityReason: wish.reason,
          };
    await tx.manager.update(PrintJob, { id }, { ...place, updatedAt: this.clock.now(), version: () => 'version + 1' });
  }

  private async spanOfOthers(tx: Transaction, { id, hubId }: { id: string; hubId: string }): Promise<PrioritySpan> {
    const [span] = await tx.query<PrioritySpan>(
      `SELECT coalesce(min(queue_priority), 0) AS lowest, coalesce(max(queue_priority), 0) AS highest
       FROM print_job WHERE hub_id = $1 AND status = 'queued' AND id <> $2`,
      [hubId, id],
    );
    return span ?? { lowest: 0, highest: 0 };
  }
}
