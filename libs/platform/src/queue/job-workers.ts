import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { jobs, queues, type JobName, type QueueName } from '#libs/contracts';
import { QueueBackend } from './queue-backend.js';
import { JobRegistry, type JobHandler } from './job-registry.js';

/** The receiving side of the queue: one BullMQ worker per queue, each job parsed and given to its handler. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobWorkers.name);
  private workers: Worker[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.registry.collect();
    this.workers = (Object.keys(queues) as QueueName[]).map((queue) => this.openWorker(queue, handlers));
  }

  /** First of all at the end: running jobs finish while everything they need is still open. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private openWorker(queue: QueueName, handlers: Map<JobName, JobHandler>): Worker {
    const worker = this.backend.openWorker(queue, (job) => runJob(job, handlers), queues[queue]);
    worker.on('error', (error) => this.logger.warn(`queue ${queue}: ${error.message}`));
    worker.on('failed', (job, error) =>
      this.logger.warn(`${job?.name ?? 'job'} ${job?.id ?? ''} try ${job?.attemptsMade ?? 0}: ${error.message}`),
    );
    return worker;
  }
}

async function runJob(job: Job, handlers: Map<JobName, JobHandler>): Promise<void> {
  const name = job.name as JobName;
  const handler = handlers.get(name);
  if (handler === undefined) throw new UnrecoverableError(`no such job: ${job.name}`);
  const payload = jobs[name].schema.safeParse(job.data);
  if (!payload.success) throw new UnrecoverableError(`payload of ${name}: ${payload.error.message}`);
  const tryNumber = job.attemptsMade + 1;
  await handler(payload.data, { tryNumber, isLastTry: tryNumber >= (job.opts.attempts ?? 1) });
}
