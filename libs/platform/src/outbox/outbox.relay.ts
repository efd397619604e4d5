import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { jobs, type JobName } from '#libs/contracts';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { LiveBus } from '../live/live-bus.js';
import { JobQueues, type QueuedJob } from '../queue/job-queues.js';

const roundMs = 1000;
const batchSize = 200;
/** After a round, so that a busy hub's jobs go together; a lone job goes at once. */
const restMs = 50;
const knownJobs = Object.keys(jobs);

interface OutboxRow {
  id: string;
  job_name: JobName;
  payload: unknown;
  job_id: string | null;
  run_at: Date | null;
}

/**
 * Carries committed outbox rows to the queue, at least once: a row is deleted only after the queue has the job, and a
 * job that arrives twice has the same id. Every worker runs one; they share the work by `SKIP LOCKED`.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: () => void = () => undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly liveBus: LiveBus,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.liveBus.onJobs(this.kick);
    this.timer = setInterval(this.kick, roundMs);
    this.kick();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.unsubscribe();
    await this.running;
  }

  /** Carries everything that is waiting now. */
  async relay(): Promise<void> {
    for (let carried = batchSize; carried === batchSize && !this.stopped;) {
      carried = await this.database.transaction((tx) => this.relayBatch(tx));
    }
  }

  private readonly kick = (): void => {
    if (this.stopped) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.relay()
      .catch((error: unknown) => this.logger.warn(`jobs wait in the outbox: ${String(error)}`))
      .then(() => this.rest())
      .finally(() => {
        this.running = undefined;
        if (this.again) this.kick();
      });
  };

  private async rest(): Promise<void> {
    if (!this.stopped) await setTimeout(restMs);
  }

  private async relayBatch(tx: Transaction): Promise<number> {
    const rows = await tx.query<OutboxRow>(
      // During an upgrade a newer process may leave jobs that only its own relay can carry.
      `SELECT id, job_name, payload, job_id, run_at FROM outbox WHERE job_name = ANY($2)
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [batchSize, knownJobs],
    );
    if (rows.length === 0) return 0;
    // Twice does no harm, should this transaction be run again.
    await this.queues.add(rows.map(toQueuedJob));
    await tx.query(`DELETE FROM outbox WHERE id = ANY($1)`, [rows.map((row) => row.id)]);
    return rows.length;
  }
}

function toQueuedJob(row: OutboxRow): QueuedJob {
  return {
    name: row.job_name,
    payload: row.payload,
    jobId: row.job_id ?? `outbox-${row.id}`,
    isKeyed: row.job_id !== null,
    runAt: row.run_at,
  };
}
