import { Injectable } from '@nestjs/common';
import { Account, isStaffOf, type Viewer } from '#libs/people';
import {
  Clock,
  Database,
  enqueueMail,
  Problem,
  type AuditAction,
  type MailRequest,
  type Transaction,
} from '#libs/platform';
import type { PrintJobState } from '#libs/contracts';
import { assertUnchanged, type PrintChange } from './print-change.js';
import { PrintAdmission } from './print-admission.service.js';
import type { PrintJob } from './print-job.entity.js';
import { PrintJobRepository, type JobChanges } from './print-job.repository.js';
import { ownTurn } from '../rules/queue-priority.js';

interface Decision {
  action: AuditAction;
  from: readonly PrintJobState[];
  to: PrintJobState;
  changes: JobChanges;
  mail?: { template: MailRequest['template']; params: Record<string, string> };
}

/** Staff decide what is printed. */
@Injectable()
export class PrintReviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: PrintJobRepository,
    private readonly admission: PrintAdmission,
  ) {}

  /**
   * Puts a job in the queue.
   * @throws Problem `person.blocked` while its owner is, `print.limit_reached` when the owner's month has no room for it,
   *   `precondition.failed` when it is not what was looked at
   */
  approve(change: PrintChange): Promise<void> {
    const approvedAt = this.clock.now();
    return this.decide(change, (job) => ({
      action: 'print-job.approve',
      from: ['awaiting_review'],
      to: 'queued',
      changes: { queuedAt: approvedAt, approvedAt, reviewReason: null },
      mail: { template: 'printApproved', params: { fileName: job.fileName } },
    }));
  }

  reject(change: PrintChange, reason: string): Promise<void> {
    return this.decide(change, (job) => ({
      action: 'print-job.reject',
      from: ['awaiting_review', 'needs_changes'],
      to: 'rejected',
      changes: { reviewReason: reason },
      mail: { template: 'printRejected', params: { fileName: job.fileName, reason } },
    }));
  }

  requestChanges(change: PrintChange, reason: string): Promise<void> {
    return this.decide(change, (job) => ({
      action: 'print-job.request-changes',
      from: ['awaiting_review'],
      to: 'needs_changes',
      changes: { reviewReason: reason },
      mail: { template: 'printReturned', params: { fileName: job.fileName, reason } },
    }));
  }

  /**
   * Puts a job whose print failed, or was stopped, in the queue again, from the same file. Whose print failed has not
   * had a turn and keeps the place, also the one that staff gave it; whoever gave theirs up queues anew.
   * @throws Problem `print.wrong_state` when it was never approved
   */
  retry(change: PrintChange): Promise<void> {
    return this.decide(change, ({ status, queuedAt }) => {
      if (queuedAt === null) throw new Problem('print.wrong_state');
      return {
        action: 'print-job.retry',
        from: ['failed', 'cancelled'],
        to: 'queued',
        changes: status === 'failed' ? { queuedAt } : { queuedAt: this.clock.now(), ...ownTurn },
      };
    });
  }

  private async decide(change: PrintChange, decisionOn: (job: PrintJob) => Decision): Promise<void> {
    const { viewer, printJobId } = change;
    const known = await this.jobs.find(printJobId);
    if (known === null) throw new Problem('not_found');
    if (!isStaffOf(viewer, known.hubId))
      throw new Problem(known.accountId === viewer.accountId ? 'auth.forbidden' : 'not_found');
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, printJobId);
      if (job === null) throw new Problem('not_found');
      assertUnchanged(change, job);
      const decision = decisionOn(job);
      // Nothing is printed whose file was not read, must not run on a public printer, or is deleted.
      const isPrintable = job.analysis !== null && job.refusalCode === null && job.fileSha256 !== null;
      if (decision.to === 'queued' && !isPrintable) throw new Problem('print.wrong_state');
      await this.apply(tx, { viewer, job, decision });
    });
  }

  private async apply(
    tx: Transaction,
    { viewer, job, decision }: { viewer: Viewer; job: PrintJob; decision: Decision },
  ): Promise<void> {
    if (decision.to === 'queued') await this.admission.assertMayQueue(tx, job);
    if (!(await this.jobs.transition(tx, job.id, decision))) throw new Problem('print.wrong_state');
    tx.record({
      accountId: viewer.accountId,
      action: decision.action,
      subjectType: 'print_job',
      subjectId: job.id,
    });
    if (decision.to === 'queued') tx.enqueue('print.plan', { hubId: job.hubId });
    if (decision.mail) {
      const owner = await tx.manager.findOneByOrFail(Account, { id: job.accountId });
      enqueueMail(tx, { to: owner.email, locale: owner.locale, ...decision.mail });
    }
    const hub = viewer.roles.find((role) => role.hubId === job.hubId)?.hub;
    if (hub !== undefined) tx.changed(hub, 'queue', 'board');
  }
}
