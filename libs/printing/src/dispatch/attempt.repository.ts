import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AttemptState, PrintJobState } from '#libs/contracts';
import { Clock, type Transaction } from '#libs/platform';
import { PrintAttempt } from './print-attempt.entity.js';
import { jobStatusOf } from '../rules/fold-observation.js';
import { canBecome } from '../rules/print-job-transitions.js';

/** An attempt with what everybody who changes it also needs. */
export interface AttemptContext {
  id: string;
  printJobId: string;
  number: number;
  printerId: string;
  startToken: string;
  commandId: string;
  status: AttemptState;
  cause: string | null;
  /** Account that has paused it; null when nobody has, or somebody at the printer. */
  pausedBy: string | null;
  dispatchedAt: Date;
  startedAt: Date | null;
  /** 0–1; null before anything was seen of it. */
  progress: number | null;
  /** Until when the calendar keeps the printer for it. */
  occupiedUntil: Date | null;
  /** Attempts in a row that never started, this one included. */
  triesInVain: number;
  hubId: string;
  /** As it is named in MQTT topics, like the bridge and the printer. */
  hub: string;
  bridge: string;
  printer: string;
  accountId: string;
  fileName: string;
  /** What the printer gets: plain G-code. */
  fileSha256: string;
  fileBytes: string;
  jobStatus: PrintJobState;
}

const contextSql = `
  SELECT t.id, t.print_job_id AS "printJobId", t.number, t.printer_id AS "printerId", t.start_token AS "startToken",
    t.command_id AS "commandId", t.status, t.cause, t.paused_by AS "pausedBy", t.dispatched_at AS "dispatchedAt", t.started_at AS "startedAt",
    t.progress,
    (SELECT upper(a.during) FROM allocation a WHERE a.print_attempt_id = t.id AND a.active) AS "occupiedUntil",
    t.number - (SELECT coalesce(max(o.number), 0) FROM print_attempt o WHERE o.print_job_id = t.print_job_id
      AND o.number < t.number AND (o.started_at IS NOT NULL OR o.status = 'failed')) AS "triesInVain",
    j.hub_id AS "hubId", h.slug AS hub, b.slug AS bridge, r.slug AS printer, j.account_id AS "accountId", j.file_name AS "fileName",
    coalesce(j.gcode_sha256, j.file_sha256) AS "fileSha256", coalesce(j.gcode_bytes, j.file_bytes) AS "fileBytes",
    j.status AS "jobStatus"
  FROM print_attempt t
  JOIN print_job j ON j.id = t.print_job_id
  JOIN hub h ON h.id = j.hub_id
  JOIN resource r ON r.id = t.printer_id
  JOIN printer p ON p.resource_id = t.printer_id
  JOIN bridge b ON b.id = p.bridge_id`;

export interface AttemptChanges {
  progress?: number;
  estimatedEndAt?: Date | null;
  cause?: string | null;
  startedAt?: Date;
  endedAt?: Date;
}

/** What a snapshot tells of a print that goes on. */
export interface SeenProgress {
  status: AttemptState;
  progress: number;
  estimatedEndAt: Date | null;
  cause: string | null;
}

/** Attempts, each changed together with its job so that the two never disagree. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly clock: Clock) {}

  /** @returns undefined when the job or the printer already has a running attempt */
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

  /** Locks the running attempt of a job or on a printer, if it has one. */
  async lockRunning(
    tx: Transaction,
    of: { printJobId: string } | { printerId: string },
  ): Promise<AttemptContext | undefined> {
    const [column, id] = 'printerId' in of ? ['printer_id', of.printerId] : ['print_job_id', of.printJobId];
    const [attempt] = await tx.query<AttemptContext>(
      `${contextSql} WHERE t.${column} = $1
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       FOR UPDATE OF t, j`,
      [id],
    );
    return attempt;
  }

  /**
   * Moves an attempt that the caller has locked, and its job with it.
   * @param jobStatus when the job does not simply follow its attempt
   * @throws Error when the job may not become that
   */
  async move(
    tx: Transaction,
    attempt: AttemptContext,
    { to, changes = {}, jobStatus = jobStatusOf(to) }: AttemptMove,
  ): Promise<void> {
    if (jobStatus !== attempt.jobStatus && !canBecome(attempt.jobStatus, jobStatus)) {
      throw new Error(`print job ${attempt.printJobId} is ${attempt.jobStatus} and cannot become ${jobStatus}`);
    }
    const goesOn = to === 'printing' && attempt.status !== 'printing';
    const pause = goesOn ? { pausedBy: null } : {};
    await tx.manager.update(PrintAttempt, { id: attempt.id }, { ...changes, ...pause, status: to });
    await tx.query(
      `UPDATE print_job SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1 AND status <> $2`,
      [attempt.printJobId, jobStatus, this.clock.now()],
    );
  }

  /** How far prints have got that go on as they were; one that does not any more is left alone. */
  async noteProgress(tx: Transaction, seen: ReadonlyMap<string, SeenProgress>): Promise<void> {
    if (seen.size === 0) return;
    const rows = [...seen].map(([id, progress]) => ({ id, ...progress }));
    await tx.query(
      `UPDATE print_attempt t SET progress = s.progress, estimated_end_at = s."estimatedEndAt", cause = s.cause
       FROM jsonb_to_recordset($1) AS s (id uuid, status text, progress real, "estimatedEndAt" timestamptz, cause text)
       WHERE t.id = s.id AND t.status = s.status`,
      [JSON.stringify(rows)],
    );
  }

  /** Remembers until it prints again who has paused an attempt. */
  async notePause(tx: Transaction, attemptId: string, accountId: string): Promise<void> {
    await tx.manager.update(PrintAttempt, { id: attemptId }, { pausedBy: accountId });
  }

  /**
   * Calls every running print of a bridge's printers unknown. A start or a cancel on its way stays on its way.
   * @returns whether there was any
   */
  async loseSight(tx: Transaction, bridgeId: string): Promise<boolean> {
    const lost = await tx.query(
      `WITH lost AS (
         UPDATE print_attempt t SET status = 'unknown', cause = 'bridge_lost' FROM printer p
         WHERE p.resource_id = t.printer_id AND p.bridge_id = $1
           AND t.status IN ('printing', 'paused', 'attention') RETURNING t.print_job_id
       )
       UPDATE print_job j SET status = 'unknown', version = version + 1, updated_at = $2
       FROM lost WHERE j.id = lost.print_job_id RETURNING j.id`,
      [bridgeId, this.clock.now()],
    );
    return lost.length > 0;
  }

  /** The job whose part has been taken off a printer is done. @returns its id; none when there was none */
  async finishCleared(tx: Transaction, printerId: string): Promise<string[]> {
    const done = await tx.query<{ id: string }>(
      `UPDATE print_job j SET status = 'done', version = version + 1, updated_at = $2
       FROM print_attempt t
       WHERE t.print_job_id = j.id AND t.printer_id = $1 AND t.status = 'completed' AND j.status = 'awaiting_clear'
       RETURNING j.id`,
      [printerId, this.clock.now()],
    );
    return done.map(({ id }) => id);
  }

  /** The ended attempt for which the calendar still keeps a printer now; the calendar lets it be one at most. */
  async findKept(tx: Transaction, printerId: string): Promise<string | undefined> {
    const [kept] = await tx.query<{ id: string }>(
      `SELECT t.id FROM print_attempt t JOIN allocation a ON a.print_attempt_id = t.id
       WHERE a.resource_id = $1 AND a.active AND a.during @> $2::timestamptz AND t.ended_at IS NOT NULL`,
      [printerId, this.clock.now()],
    );
    return kept?.id;
  }
}

export interface AttemptMove {
  to: AttemptState;
  changes?: AttemptChanges;
  jobStatus?: PrintJobState;
}
