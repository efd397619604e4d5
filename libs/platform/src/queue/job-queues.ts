import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { jobs, type JobName, type QueueName } from '#libs/contracts';
import { Clock } from '../clock/clock.js';
import { QueueBackend } from './queue-backend.js';

export interface QueuedJob {
  name: JobName;
  payload: unknown;
  jobId: string;
  /** The id was chosen by the sender (a print job's id), so an ended job under it must make way. */
  isKeyed: boolean;
  runAt: Date | null;
}

const weekSeconds = 7 * 24 * 3600;

/** The sending side of the queue. */
@Injectable()
export class JobQueues implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobQueues.name);
  private readonly open = new Map<QueueName, Queue>();

  constructor(
    private readonly backend: QueueBackend,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores jobs; one whose id is already waiting or running is left as it is.
   * @throws when the queue cannot take them; then some may have been stored
   */
  async add(batch: readonly QueuedJob[]): Promise<void> {
    for (const name of new Set(batch.map((job) => jobs[job.name].queue))) {
      const group = batch.filter((job) => jobs[job.name].queue === name);
      const queue = this.queue(name);
      await Promise.all(group.filter((job) => job.isKeyed).map((job) => removeEnded(queue, job.jobId)));
      await queue.addBulk(group.map((job) => ({ name: job.name, data: job.payload, opts: this.optionsOf(job) })));
    }
  }

  /**
   * Has the queue make a job again and again; saying it twice plans it once.
   * @param when cron pattern and the time zone it is meant in
   */
  async schedule(name: JobName, when: { pattern: string; tz: string }): Promise<void> {
    const opts = lastingOptions(name);
    await this.queue(jobs[name].queue).upsertJobScheduler(name, when, { name, data: {}, opts });
  }

  /** @returns the queue, opened on first use */
  queue(name: QueueName): Queue {
    const existing = this.open.get(name);
    if (existing !== undefined) return existing;
    const queue = this.backend.openQueue(name);
    // Whoever adds a job gets the error, too; this one may come at any time, when a connection breaks.
    queue.on('error', (error) => this.logger.debug(`queue ${name}: ${error.message}`));
    this.open.set(name, queue);
    return queue;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
  }

  private optionsOf(job: QueuedJob): JobsOptions {
    const delay = job.runAt === null ? 0 : Math.max(0, job.runAt.getTime() - this.clock.now().getTime());
    return { jobId: job.jobId, delay, ...lastingOptions(job.name) };
  }
}

function lastingOptions(name: JobName) {
  return {
    attempts: jobs[name].attempts,
    backoff: { type: 'exponential', delay: jobs[name].backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: { age: weekSeconds, count: 1000 },
  } as const;
}

async function removeEnded(queue: Queue, jobId: string): Promise<void> {
  const job = await queue.getJob(jobId);
  const state = await job?.getState();
  if (state === 'failed' || state === 'completed') await job?.remove();
}
