import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AttemptState, PrintJobState } from '#libs/contracts';
import { Clock, type Transaction } from '#libs/platform';
import { PrintAttempt } from './print-attempt.entity.js';
import { jobStatusOf } from './rules/fold-observation.js';

/** An attempt with what everybody who changes it also needs. */
export interface AttemptContext {
  id: string;
  printJobId: string;
  number: number;
  printerId: string;
  startToken: string;
  commandId: string;
  status: AttemptState;
  dispatchedAt: Date;
  startedAt: Date | null;
  /** Until when the calendar keeps the printer for it. */
  occupiedUntil: Date | null;
  hubId: string;
  hub: string;
  accountId: string;
  fileName: string;
  fileSha256: string;
  fileBytes: string;
  jobStatus: PrintJobState;
}

const contextSql = `
  SELECT t.id, t.print_job_id AS "printJobId", t.number, t.printer_id AS "printerId", t.start_token AS "startToken",
    t.command_id AS "commandId", t.status, t.dispatched_at AS "dispatchedAt", t.started_at AS "startedAt",
    (SELECT upper(a.during) FROM allocation a WHERE a.print_attempt_id = t.id AND a.active) AS "occupiedUntil",
    j.hub_id AS "hubId", h.slug AS hub, j.account_id AS "accountId", j.file_name AS "fileName",
    j.file_sha256 AS "fileSha256", j.file_bytes AS "fileBytes", j.status AS "jobStatus"
  FROM print_attempt t JOIN print_job j ON j.id = t.print_job_id JOIN hub h ON h.id = j.hub_id`;

export interface AttemptChanges {
  progress?: number;
  estimatedEndAt?: Date | null;
  cause?: string | null;
  startedAt?: Date;
  endedAt?: Date;
}

/** Attempts, each changed together with its job so that the two never disagree. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly clock: Clock) {}

  /** @returns the id, or undefined when the job or the printer already has a running attempt */
  async create(tx: Transaction, attempt: { printJobId: string; printerId: string }): Promise<PrintAttempt | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at)
       SELECT $1, 1 + count(*), $2, $3, 'dispatching', $4 FROM print_attempt WHERE print_job_id = $1
       ON CONFLICT DO NOTHING RETURNING id`,
      [attempt.printJobId, attempt.printerId, randomBytes(12).toString('base64url'), this.clock.now()],
    );
    return row && tx.manager.findOneByOrFail(PrintAttempt, { id: row.id });
  }

  /** Takes back an attempt that found its printer taken, in the transaction that made it. */
  async forget(tx: Transaction, attemptId: string): Promise<void> {
    await tx.query(`DELETE FROM print_attempt WHERE id = $1`, [attemptId]);
  }

  /** Locks the attempt of a job by its number. */
  async lock(tx: Transaction, reference: { printJobId: string; number: number }): Promise<AttemptContext | undefined> {
    const [attempt] = await tx.query<AttemptContext>(
      `${contextSql} WHERE t.print_job_id = $1 AND t.number = $2 FOR UPDATE OF t, j`,
      [reference.printJobId, reference.number],
    );
    return attempt;
  }

  /** Locks the newest attempt of a job. */
  async lockLatest(tx: Transaction, printJobId: string): Promise<AttemptContext | undefined> {
    const [attempt] = await tx.query<AttemptContext>(
      `${contextSql} WHERE t.print_job_id = $1 ORDER BY t.number DESC LIMIT 1 FOR UPDATE OF t, j`,
      [printJobId],
    );
    return attempt;
  }

  /** Locks the running attempt of a printer, if it has one. */
  async lockRunning(tx: Transaction, printerId: string): Promise<AttemptContext | undefined> {
    const [attempt] = await tx.query<AttemptContext>(
      `${contextSql} WHERE t.printer_id = $1
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       FOR UPDATE OF t, j`,
      [printerId],
    );
    return attempt;
  }

  /**
   * Moves an attempt that the caller has locked, and its job with it.
   * @param jobStatus when the job does not simply follow its attempt
   */
  async move(
    tx: Transaction,
    attempt: AttemptContext,
    { to, changes = {}, jobStatus }: { to: AttemptState; changes?: AttemptChanges; jobStatus?: PrintJobState },
  ): Promise<void> {
    await tx.manager.update(PrintAttempt, { id: attempt.id }, { ...changes, status: to });
    await tx.query(
      `UPDATE print_job SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1 AND status <> $2`,
      [attempt.printJobId, jobStatus ?? jobStatusOf(to), this.clock.now()],
    );
  }
}
