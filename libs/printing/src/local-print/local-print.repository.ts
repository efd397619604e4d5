import { Injectable } from '@nestjs/common';
import type { PrintOutcome } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { LocalRun } from '../rules/local-run.js';

/** A local print that goes on, in a transaction that has locked its printer. */
export interface RunningLocalPrint {
  id: string;
  startedAt: Date;
  warnedUntil: Date | null;
}

/** Prints that nobody sent. */
@Injectable()
export class LocalPrintRepository {
  async findRunning(tx: Transaction, printerId: string): Promise<RunningLocalPrint | undefined> {
    const [running] = await tx.query<RunningLocalPrint>(
      `SELECT id, started_at AS "startedAt", warned_until AS "warnedUntil" FROM local_print
       WHERE printer_id = $1 AND ended_at IS NULL`,
      [printerId],
    );
    return running;
  }

  async begin(tx: Transaction, printerId: string, { startedAt }: LocalRun): Promise<RunningLocalPrint> {
    const [begun] = await tx.query<{ id: string }>(
      `INSERT INTO local_print (printer_id, started_at) VALUES ($1, $2) RETURNING id`,
      [printerId, startedAt],
    );
    if (begun === undefined) throw new Error('the database gave no id');
    return { id: begun.id, startedAt, warnedUntil: null };
  }

  async note(tx: Transaction, id: string, { progress, estimatedEndAt }: LocalRun): Promise<void> {
    await tx.query(`UPDATE local_print SET progress = $2, estimated_end_at = $3 WHERE id = $1`, [
      id,
      progress,
      estimatedEndAt,
    ]);
  }

  async noteWarning(tx: Transaction, id: string, until: Date): Promise<void> {
    await tx.query(`UPDATE local_print SET warned_until = $2 WHERE id = $1`, [id, until]);
  }

  async end(tx: Transaction, id: string, { at, outcome }: { at: Date; outcome: PrintOutcome | null }): Promise<void> {
    await tx.query(
      `UPDATE local_print SET ended_at = greatest(started_at, $2), outcome = $3, estimated_end_at = NULL WHERE id = $1`,
      [id, at, outcome],
    );
  }

  /** The ended print for whose part the calendar still keeps a printer; it can be one at most. */
  async findKept(tx: Transaction, printerId: string, now: Date): Promise<string | undefined> {
    const [kept] = await tx.query<{ id: string }>(
      `SELECT l.id FROM local_print l JOIN allocation a ON a.local_print_id = l.id
       WHERE a.resource_id = $1 AND a.active AND upper(a.during) > $2::timestamptz AND l.ended_at IS NOT NULL`,
      [printerId, now],
    );
    return kept?.id;
  }
}
