import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '#libs/platform';
import type { Standing } from '../rules/allowance.js';

export interface PersonOfHub {
  accountId: string;
  hubId: string;
}

/** What people print, against what they may. */
@Injectable()
export class AllowanceRepository {
  /** One at a time adds to what a person has on its way. */
  async lock(tx: Transaction, { accountId, hubId }: PersonOfHub): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('allowance/' || $1 || $2, 0))`, [accountId, hubId]);
  }

  /** Whether somebody works in the hub. */
  async isStaff(tx: Transaction, { accountId, hubId }: PersonOfHub): Promise<boolean> {
    const sql = `SELECT 1 FROM role_assignment WHERE account_id = $1 AND hub_id = $2 LIMIT 1`;
    return (await tx.query(sql, [accountId, hubId])).length > 0;
  }

  async timeZone(reader: Pick<Database | Transaction, 'query'>, hubId: string): Promise<string> {
    const [hub] = await reader.query<{ timeZone: string }>(`SELECT time_zone AS "timeZone" FROM hub WHERE id = $1`, [
      hubId,
    ]);
    if (hub === undefined) throw new Error(`there is no hub ${hubId}`);
    return hub.timeZone;
  }

  /**
   * What a person used within a month, and what is on its way: prints on printers, in the queue and in review.
   * @param except a print that is left out
   */
  async standing(
    reader: Pick<Database | Transaction, 'query'>,
    { accountId, hubId, month, except }: PersonOfHub & { month: { from: Date; to: Date }; except?: string },
  ): Promise<Standing> {
    const [standing] = await reader.query<Standing>(
      `SELECT
         (SELECT coalesce(sum(u.grams) FILTER (WHERE u.counts AND u.ended_at >= $3 AND u.ended_at < $4), 0)
           FROM filament_use u JOIN print_attempt t ON t.id = u.print_attempt_id
           JOIN print_job j ON j.id = t.print_job_id
           WHERE j.account_id = $1 AND j.hub_id = $2)::float8 AS "usedGrams",
         (SELECT coalesce(sum((j.analysis ->> 'totalGrams')::float8), 0) FROM print_job j
           WHERE j.account_id = $1 AND j.hub_id = $2 AND j.id IS DISTINCT FROM $5::uuid
             AND j.status IN ('awaiting_review', 'queued', 'dispatching', 'printing', 'paused', 'attention', 'cancelling',
               'unknown')) AS "pendingGrams"`,
      [accountId, hubId, month.from, month.to, except ?? null],
    );
    if (standing === undefined) throw new Error('the database gave no sum');
    return standing;
  }
}
