import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { Account, BlockedPeople } from '#libs/people';
import { Clock, Database, enqueueMail, HandlesJob, Problem, type Transaction } from '#libs/platform';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { doubtsAbout } from '../rules/auto-approval.js';
import { ApprovalRuleRepository } from './approval-rule.repository.js';
import { tellOfReview } from './tell-of-review.js';

/** Approves by the hub's rule what has just been analysed; whatever there is a doubt about waits for staff. */
@Injectable()
export class AutoApprovalService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
    private readonly rules: ApprovalRuleRepository,
    private readonly blocks: BlockedPeople,
  ) {}

  @HandlesJob('print.auto-approve')
  async consider({ printJobId, fileVersion }: JobPayload<'print.auto-approve'>): Promise<void> {
    const known = await this.jobs.find(printJobId);
    const hub = known && (await this.printers.findHub(known.hubId));
    if (!hub) return;
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, printJobId);
      if (job?.status !== 'awaiting_review' || job.fileVersion !== fileVersion) return;
      if (await this.approve(tx, job)) tx.changed(hub.slug, 'queue', 'board');
      else tellOfReview(tx, job);
    });
  }

  private async approve(tx: Transaction, job: PrintJob): Promise<boolean> {
    const rule = await this.rules.find(tx, job.hubId);
    if (rule === undefined || job.analysis === null || job.refusalCode !== null) return false;
    const now = this.clock.now();
    const person = await this.rules.personFacts(tx, job, { induction: rule.induction, now });
    const { findings, estimatedSeconds: seconds, totalGrams: grams } = job.analysis;
    const facts = { findings, seconds, grams, ...person };
    if (doubtsAbout(rule, facts).length > 0 || (await this.isBlocked(tx, job))) return false;
    const changes = { queuedAt: now, approvedAt: now, autoApproved: true, reviewReason: null };
    await this.jobs.transition(tx, job.id, { from: ['awaiting_review'], to: 'queued', changes });
    const subject = { subjectType: 'print_job' as const, subjectId: job.id };
    const details = { rule: { ...rule }, facts: { seconds, grams, ...person } };
    tx.record({ accountId: null, action: 'print-job.auto-approve', ...subject, details });
    const owner = await tx.manager.findOneByOrFail(Account, { id: job.accountId });
    const params = { fileName: job.fileName };
    enqueueMail(tx, { to: owner.email, locale: owner.locale, template: 'printApproved', params });
    tx.enqueue('print.plan', { hubId: job.hubId });
    return true;
  }

  private async isBlocked(tx: Transaction, job: PrintJob): Promise<boolean> {
    try {
      await this.blocks.assertNotBlocked(tx, job);
      return false;
    } catch (error) {
      if (error instanceof Problem && error.code === 'person.blocked') return true;
      throw error;
    }
  }
}
