import { Injectable } from '@nestjs/common';
import type { ApprovalRule, ChangeApprovalRule } from '#libs/contracts';
import type { Database, Transaction } from '#libs/platform';
import type { PrintJob } from '../job/print-job.entity.js';

/** A hub's rule for approving by itself, and what there is to be known of a person whom it may concern. */
@Injectable()
export class ApprovalRuleRepository {
  async find(reader: Database | Transaction, hubId: string): Promise<ApprovalRule | undefined> {
    const [rule] = await reader.query<ApprovalRule>(
      `SELECT is_enabled AS "isEnabled", max_minutes AS "maxMinutes", max_grams AS "maxGrams",
         min_done_prints AS "minDonePrints", induction, version
       FROM print_approval_rule WHERE hub_id = $1`,
      [hubId],
    );
    return rule;
  }

  async save(tx: Transaction, hubId: string, { rule, now }: { rule: ChangeApprovalRule; now: Date }): Promise<void> {
    await tx.query(
      `INSERT INTO print_approval_rule (hub_id, is_enabled, max_minutes, max_grams, min_done_prints, induction, version,
         updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
       ON CONFLICT (hub_id) DO UPDATE SET is_enabled = excluded.is_enabled, max_minutes = excluded.max_minutes,
         max_grams = excluded.max_grams, min_done_prints = excluded.min_done_prints, induction = excluded.induction,
         version = print_approval_rule.version + 1, updated_at = excluded.updated_at`,
      [hubId, rule.isEnabled, rule.maxMinutes, rule.maxGrams, rule.minDonePrints, rule.induction, now],
    );
  }

  /** @param of.induction the kind that is asked for; null when none is */
  async personFacts(
    tx: Transaction,
    { accountId, hubId }: Pick<PrintJob, 'accountId' | 'hubId'>,
    of: { induction: string | null; now: Date },
  ): Promise<{ donePrints: number; holdsInduction: boolean }> {
    const [facts] = await tx.query<{ donePrints: number; holdsInduction: boolean }>(
      `SELECT (SELECT count(*)::int FROM print_job WHERE account_id = $1 AND hub_id = $2 AND status = 'done')
           AS "donePrints",
         EXISTS (SELECT FROM held_induction WHERE account_id = $1 AND hub_id = $2 AND kind = $3
           AND (expires_at IS NULL OR expires_at > $4) AND (lapses_at IS NULL OR lapses_at > $4)) AS "holdsInduction"`,
      [accountId, hubId, of.induction, of.now],
    );
    if (facts === undefined) throw new Error('the database answered nothing');
    return facts;
  }
}
