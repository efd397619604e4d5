import { Injectable } from '@nestjs/common';
import type { UseSource } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

/** How an attempt's filament is counted once it is over. */
export interface UseEnd {
  attemptId: string;
  /** 0–1 of what was planned. */
  share: number;
  source: UseSource;
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

  /** Writes down what an attempt took; once, however often it is told. */
  async settle(tx: Transaction, { attemptId, share, source, counts, at }: UseEnd): Promise<void> {
    await tx.query(
      `WITH settled AS (
         UPDATE filament_use SET grams = round(planned_grams * $2::numeric, 2), source = $3, counts = $4, ended_at = $5
         WHERE print_attempt_id = $1 AND ended_at IS NULL RETURNING spool_id)
       UPDATE spool s SET first_used_at = coalesce(first_used_at, $5), last_used_at = $5
       WHERE s.id IN (SELECT spool_id FROM settled)`,
      [attemptId, share, source, counts, at],
    );
  }
}
