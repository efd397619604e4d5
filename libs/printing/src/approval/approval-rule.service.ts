import { Injectable } from '@nestjs/common';
import type { ApprovalRule, ChangeApprovalRule } from '#libs/contracts';
import { isAdminOf, isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem } from '#libs/platform';
import { PrinterRepository } from '../printer/printer.repository.js';
import { lockHubPlan } from '../planning/lock-hub-plan.js';
import { ApprovalRuleRepository } from './approval-rule.repository.js';

/** What holds where nobody has set anything: off, and careful when it is turned on. */
const usualRule: ApprovalRule = {
  isEnabled: false,
  maxMinutes: 180,
  maxGrams: 100,
  minDonePrints: 0,
  induction: null,
  version: 0,
};

/** Who changes a hub's rule, and the versions of which one must be the present one. */
export interface RuleChange {
  readonly viewer: Viewer;
  readonly ifMatch?: readonly number[] | undefined;
}

/** Says by which rule a hub approves prints that nobody has looked at. */
@Injectable()
export class ApprovalRuleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly printers: PrinterRepository,
    private readonly rules: ApprovalRuleRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` to anybody but staff */
  async show(hub: string, viewer: Viewer): Promise<ApprovalRule> {
    const { id } = await this.find(hub);
    if (!isStaffOf(viewer, id)) throw new Problem('auth.forbidden');
    return (await this.rules.find(this.database, id)) ?? usualRule;
  }

  /**
   * Holds for files that are analysed from now on.
   * @throws Problem `not_found`, `auth.forbidden` to anybody but administrators, `precondition.failed`
   */
  async change(hub: string, rule: ChangeApprovalRule, { viewer, ifMatch }: RuleChange): Promise<ApprovalRule> {
    const { id } = await this.find(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      // A hub that has said nothing yet has no row to lock.
      await lockHubPlan(tx, id);
      const { version } = (await this.rules.find(tx, id)) ?? usualRule;
      if (ifMatch?.includes(version) === false) throw new Problem('precondition.failed');
      await this.rules.save(tx, id, { rule, now: this.clock.now() });
      const subject = { subjectType: 'hub' as const, subjectId: id };
      tx.record({ accountId: viewer.accountId, action: 'print-rule.change', ...subject, details: { ...rule } });
    });
    return this.show(hub, viewer);
  }

  private async find(hub: string): Promise<{ id: string }> {
    const found = await this.printers.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    return found;
  }
}
