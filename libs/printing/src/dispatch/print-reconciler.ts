import { Injectable } from '@nestjs/common';
import { Clock, Database, HalfMinuteRounds, type Transaction } from '#libs/platform';
import { analysisJobId } from '../analysis/analysis-job-id.js';
import { ShelfService } from '../pick-up/shelf.service.js';
import { enqueueCommand } from './enqueue-command.js';

/** Any number will do as long as every replica takes the same one. */
const reconcilerLock = 7_044_129;
const analysisSeconds = 120;
const dispatchSeconds = 40;
const cancelSeconds = 30;

interface RunningAttempt {
  printJobId: string;
  number: number;
  printerId: string;
  isReachable: boolean;
}

/**
 * Rebuilds the queue from the database, at the start and every half minute: whatever a crash, or a queue that lost its
 * memory, left without a job gets one again. Doing it twice does no harm, for every job looks at the state first. What
 * only time asks for, like a reminder, is found here as well.
 */
@Injectable()
export class PrintReconciler extends HalfMinuteRounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: ShelfService,
  ) {
    super();
  }

  /** Looks at everything once. */
  async reconcile(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [lock] = await tx.query<{ taken: boolean }>(`SELECT pg_try_advisory_xact_lock($1) AS taken`, [
        reconcilerLock,
      ]);
      if (lock?.taken !== true) return;
      await this.resumeAnalyses(tx);
      await this.resumeDispatches(tx);
      await this.repeatCancels(tx);
      await this.planAgain(tx);
      await this.shelf.remind(tx);
    });
  }

  protected override goRound(): Promise<void> {
    return this.reconcile();
  }

  private before(seconds: number): Date {
    return new Date(this.clock.now().getTime() - seconds * 1000);
  }

  private async resumeAnalyses(tx: Transaction): Promise<void> {
    const rows = await tx.query<{ id: string; fileVersion: number }>(
      `SELECT id, file_version AS "fileVersion" FROM print_job WHERE status = 'analysing' AND updated_at < $1`,
      [this.before(analysisSeconds)],
    );
    for (const row of rows) tx.enqueue('print.analyse', { printJobId: row.id }, { jobId: analysisJobId(row) });
  }

  private async resumeDispatches(tx: Transaction): Promise<void> {
    for (const { printJobId, number } of await this.attemptsIn(tx, 'dispatching', dispatchSeconds)) {
      tx.enqueue('print.dispatch', { printJobId, attempt: number }, { jobId: printJobId });
    }
  }

  /** A bridge that is away hears nothing; it is told when it is back. */
  private async repeatCancels(tx: Transaction): Promise<void> {
    for (const attempt of await this.attemptsIn(tx, 'cancelling', cancelSeconds)) {
      if (attempt.isReachable) enqueueCommand(tx, { type: 'cancel', printerId: attempt.printerId, attempt });
    }
  }

  private async planAgain(tx: Transaction): Promise<void> {
    const hubs = await tx.query<{ id: string }>(`SELECT DISTINCT hub_id AS id FROM print_job WHERE status = 'queued'`);
    for (const { id } of hubs) tx.enqueue('print.plan', { hubId: id });
  }

  private attemptsIn(tx: Transaction, status: string, seconds: number): Promise<RunningAttempt[]> {
    return tx.query<RunningAttempt>(
      `SELECT t.print_job_id AS "printJobId", t.number, t.printer_id AS "printerId", b.online AS "isReachable"
       FROM print_attempt t JOIN print_job j ON j.id = t.print_job_id
       JOIN printer p ON p.resource_id = t.printer_id JOIN bridge b ON b.id = p.bridge_id
       WHERE t.status = $1 AND j.updated_at < $2`,
      [status, this.before(seconds)],
    );
  }
}
