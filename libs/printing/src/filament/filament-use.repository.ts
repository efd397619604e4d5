import { Injectable } from '@nestjs/common';
import type { UseSource } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

/** How an attempt's filament is counted once it is over. */
export interface UseEnd {
  attemptId: string;
  /** 0–1 of what was planned. */
  share: number;
  source: UseSource;
  /** As the printer counted, of all filaments together; absent, or 0, when it did not. */
  filamentMillimetres: number | undefined;
  /** Towards its owner's monthly allowance. */
  counts: boolean;
  at: Date;
}

/** What attempts are going to take, and took, from which spool. */
@Injectable()
export class FilamentUseRepository {
  /** Sets aside, from the spools that are on its printer now, what an attempt is going to take. */
  async reserve(tx: Transaction, attemptId: string, gramsByTool: readonly number[]): Promise<void> {
    const needs = gramsByTool.flatMap((grams, tool) => (grams > 0 ? [{ tool, grams }] : []));
    if (needs.length === 0) return;
    await tx.query(
      `INSERT INTO filament_use (print_attempt_id, tool, spool_id, planned_grams)
       SELECT t.id, r.tool, s.id, r.grams
       FROM print_attempt t, jsonb_to_recordset($2) AS r(tool smallint, grams numeric)
       LEFT JOIN spool s ON s.tool = r.tool
         AND s.printer_id = (SELECT printer_id FROM print_attempt WHERE id = $1)
       WHERE t.id = $1`,
      [attemptId, JSON.stringify(needs)],
    );
  }

  /** It never started, and took nothing. */
  async release(tx: Transaction, attemptId: string): Promise<void> {
    await tx.query(`DELETE FROM filament_use WHERE print_attempt_id = $1 AND ended_at IS NULL`, [attemptId]);
  }

  /**
   * Writes down what an attempt took; once, however often it is told. What the printer counted becomes grams by density and
   * diameter of the spool; of several filaments each has its planned part. Without a spool nobody knows how heavy it is.
   */
  async settle(tx: Transaction, { attemptId, share, source, filamentMillimetres, counts, at }: UseEnd): Promise<void> {
    await tx.query(
      `WITH settled AS (
         UPDATE filament_use u SET
           grams = coalesce(counted.grams, round(u.planned_grams * $2::numeric, 2)),
           source = CASE WHEN counted.grams IS NULL THEN $3 ELSE 'printer' END, counts = $4, ended_at = $5
         FROM filament_use o
         LEFT JOIN LATERAL (
           SELECT round(($6::float8 * o.planned_grams / (SELECT sum(all_of.planned_grams) FROM filament_use all_of
               WHERE all_of.print_attempt_id = $1) * pi() / 4 * s.diameter_millimetres ^ 2 * s.density / 1000)::numeric, 2)
             AS grams
           FROM spool s WHERE s.id = o.spool_id AND $6::float8 > 0) counted ON true
         WHERE o.print_attempt_id = u.print_attempt_id AND o.tool = u.tool
           AND u.print_attempt_id = $1 AND u.ended_at IS NULL RETURNING u.spool_id)
       UPDATE spool s SET first_used_at = coalesce(first_used_at, $5), last_used_at = $5
       WHERE s.id IN (SELECT spool_id FROM settled)`,
      [attemptId, share, source, counts, at, filamentMillimetres ?? null],
    );
  }
}
