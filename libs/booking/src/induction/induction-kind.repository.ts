import { Injectable } from '@nestjs/common';
import type { InductionKindRule } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';

/** A kind, and how long it holds. */
export type InductionLapse = Omit<InductionKindRule, 'version'>;

/** How long inductions hold that nobody uses. */
@Injectable()
export class InductionKindRepository {
  /** Kinds that a hub has granted, arranged or set something for, by name. */
  async list(reader: Reader, hubId: string): Promise<InductionLapse[]> {
    return reader.query<InductionLapse>(
      `SELECT kind, max(days) AS "lapsesAfterDays" FROM (
         SELECT kind, lapses_after_days AS days FROM induction_kind WHERE hub_id = $1
         UNION ALL SELECT DISTINCT kind, NULL::integer FROM induction WHERE hub_id = $1
         UNION ALL SELECT DISTINCT kind, NULL::integer FROM induction_session WHERE hub_id = $1) known
       GROUP BY kind ORDER BY kind`,
      [hubId],
    );
  }

  /** @returns null when a kind does not lapse */
  async lapsesAfter(tx: Transaction, hubId: string, kind: string): Promise<number | null> {
    const [row] = await tx.query<{ days: number }>(
      `SELECT lapses_after_days AS days FROM induction_kind WHERE hub_id = $1 AND kind = $2`,
      [hubId, kind],
    );
    return row?.days ?? null;
  }

  async save(tx: Transaction, hubId: string, { kind, lapsesAfterDays }: InductionLapse): Promise<void> {
    if (lapsesAfterDays === null) {
      await tx.query(`DELETE FROM induction_kind WHERE hub_id = $1 AND kind = $2`, [hubId, kind]);
      return;
    }
    await tx.query(
      `INSERT INTO induction_kind (hub_id, kind, lapses_after_days) VALUES ($1, $2, $3)
       ON CONFLICT (hub_id, kind) DO UPDATE SET lapses_after_days = excluded.lapses_after_days`,
      [hubId, kind, lapsesAfterDays],
    );
  }
}
