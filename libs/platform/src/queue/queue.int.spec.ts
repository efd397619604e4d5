import { Injectable, Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { UnrecoverableError } from 'bullmq';
import type { JobName, QueueName } from '#libs/contracts';
import { backends } from '../../../../test/support/backends.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { emptyRedis } from '../../../../test/support/empty-redis.js';
import { eventually } from '../../../../test/support/eventually.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { PlatformModule } from '../platform.module.js';
import { HandlesJob } from './handles-job.js';
import { JobQueues, type QueuedJob } from './job-queues.js';
import type { JobRun } from './job-registry.js';
import { QueueModule } from './queue.module.js';

const printJobId = '019a0000-0000-7000-8000-000000000001';
const otherId = '019a0000-0000-7000-8000-000000000002';

interface Run extends JobRun {
  payload: unknown;
  at: number;
}

/** Handles every job, as the test says. */
@Injectable()
class Handlers {
  runs: Run[] = [];
  work: (run: Run) => Promise<void> = async () => undefined;

  @HandlesJob('print.dispatch')
  dispatch(payload: unknown, run: JobRun): Promise<void> {
    const seen = { ...run, payload, at: Date.now() };
    this.runs.push(seen);
    return this.work(seen);
  }

  @HandlesJob('print.analyse')
  async analyse(): Promise<void> {}

  @HandlesJob('print.plan')
  async plan(): Promise<void> {}

  @HandlesJob('printer.command')
  async command(): Promise<void> {}

  @HandlesJob('waiting.serve')
  async serve(): Promise<void> {}

  @HandlesJob('bridge.access')
  async admit(): Promise<void> {}

  @HandlesJob('booking.advance')
  async advance(): Promise<void> {}

  @HandlesJob('person.settle')
  async settle(): Promise<void> {}

  @HandlesJob('person.expire')
  async expire(): Promise<void> {}

  @HandlesJob('print.forget-file')
  async forget(): Promise<void> {}

  @HandlesJob('print.auto-approve')
  async approve(): Promise<void> {}

  @HandlesJob('print.clean-store')
  async clean(): Promise<void> {}

  @HandlesJob('staff.notify')
  async notify(): Promise<void> {}

  @HandlesJob('bridge.command')
  async tell(): Promise<void> {}
}

describe.each(backends())('jobs on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let module: TestingModule;
  let queues: JobQueues;
  let handlers: Handlers;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    database = await createTestDatabase();
    module = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot(testConfig({ DATABASE_URL: database.url, REDIS_URL: redisUrl }), []),
        QueueModule.receiving(),
      ],
      providers: [Handlers],
    }).compile();
    await module.init();
    queues = module.get(JobQueues, { strict: false });
    handlers = module.get(Handlers);
  });

  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  beforeEach(async () => {
    handlers.runs = [];
    handlers.work = async () => undefined;
    await queues.queue('print').obliterate({ force: true });
  });

  const add = (job: Partial<QueuedJob> = {}) => queues.add([aJob(job)]);
  const counts = (...states: ('failed' | 'delayed' | 'waiting' | 'active' | 'completed')[]) =>
    queues.queue('print').getJobCounts(...states);
  const isIdle = async () => Object.values(await counts('waiting', 'active', 'delayed')).every((count) => count === 0);
  const hasFailed = async (count = 1) => (await counts('failed'))['failed'] === count;

  it('reach their handler with the parsed payload, and leave nothing behind', async () => {
    await add({ payload: { printJobId, attempt: 1, surplus: true } });
    await eventually('the job has run', isIdle);
    expect(handlers.runs).toMatchObject([{ payload: { printJobId, attempt: 1 }, tryNumber: 1, isLastTry: false }]);
    expect(handlers.runs[0]?.payload).not.toHaveProperty('surplus');
    expect(await counts('failed', 'completed')).toEqual({ failed: 0, completed: 0 });
  });

  it('with a payload that is none fail at once and are not tried again', async () => {
    await add({ payload: { printJobId: 'nonsense' } });
    await eventually('the job has failed', hasFailed);
    const [job] = await queues.queue('print').getFailed();
    expect(job?.failedReason).toContain('payload of print.dispatch');
    expect(job?.attemptsMade).toBe(1);
    expect(handlers.runs).toEqual([]);
  });

  it('that nobody knows any more fail at once', async () => {
    await queues.queue('print').add('print.forgotten', {}, { attempts: 5 });
    await eventually('the job has failed', hasFailed);
    expect((await queues.queue('print').getFailed())[0]).toMatchObject({ attemptsMade: 1 });
  });

  it('are tried as often as the table says, and their handler knows the last try', async () => {
    handlers.work = () => Promise.reject(new Error('the printer is away'));
    await add();
    await eventually('the job has failed', hasFailed, 20_000);
    expect(handlers.runs.map(({ tryNumber, isLastTry }) => [tryNumber, isLastTry])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('that fail for good are not tried again', async () => {
    handlers.work = () => Promise.reject(new UnrecoverableError('the file is gone'));
    await add();
    await eventually('the job has failed', hasFailed);
    expect(handlers.runs).toHaveLength(1);
  });

  it('do not run before their time', async () => {
    const runAt = new Date(Date.now() + 1200);
    await add({ runAt });
    expect(await counts('delayed')).toEqual({ delayed: 1 });
    await eventually('the job has run', () => handlers.runs.length === 1);
    // Timers may fire a millisecond early.
    expect(handlers.runs[0]?.at).toBeGreaterThanOrEqual(runAt.getTime() - 5);
  });

  it('that are late run at once', async () => {
    await add({ runAt: new Date(Date.now() - 60_000) });
    await eventually('the job has run', isIdle);
    expect(handlers.runs).toHaveLength(1);
  });

  it('under the same key are not doubled while the first one waits', async () => {
    const runAt = new Date(Date.now() + 3600_000);
    await add({ jobId: printJobId, isKeyed: true, runAt });
    await add({ jobId: printJobId, isKeyed: true, runAt });
    expect(await counts('delayed', 'waiting')).toEqual({ delayed: 1, waiting: 0 });
  });

  it('under the same key are not doubled while the first one runs', async () => {
    let finish: () => void = () => undefined;
    handlers.work = () => new Promise((resolve) => (finish = resolve));
    await add({ jobId: printJobId, isKeyed: true });
    await eventually('the job runs', () => handlers.runs.length === 1);
    await add({ jobId: printJobId, isKeyed: true });
    expect(await counts('active', 'waiting')).toEqual({ active: 1, waiting: 0 });
    finish();
    await eventually('the job has ended', isIdle);
    expect(handlers.runs).toHaveLength(1);
  });

  it.each(['completed', 'failed'])('under a key whose job has %s run anew', async (end) => {
    handlers.work = () => (end === 'failed' ? Promise.reject(new UnrecoverableError('no')) : Promise.resolve());
    await add({ jobId: printJobId, isKeyed: true });
    await eventually('the first one has ended', async () => handlers.runs.length === 1 && (await isIdle()));
    expect(await hasFailed(end === 'failed' ? 1 : 0)).toBe(true);
    handlers.work = async () => undefined;
    await add({ jobId: printJobId, isKeyed: true, payload: { printJobId: otherId, attempt: 2 } });
    await eventually('the second one has run', async () => handlers.runs.length === 2 && (await isIdle()));
    expect(handlers.runs[1]?.payload).toEqual({ printJobId: otherId, attempt: 2 });
    expect(await hasFailed(0)).toBe(true);
  });

  it('of several queues are stored in one go', async () => {
    const name: JobName = 'booking.advance';
    const runAt = new Date(Date.now() + 3600_000);
    await queues.add([aJob({ runAt }), aJob({ name, payload: { bookingId: otherId }, jobId: 'outbox-2', runAt })]);
    const delayed = (queue: QueueName) => queues.queue(queue).getDelayedCount();
    expect([await delayed('print'), await delayed('background')]).toEqual([1, 1]);
  });
});

function aJob(job: Partial<QueuedJob>): QueuedJob {
  return {
    name: 'print.dispatch',
    payload: { printJobId, attempt: 1 },
    jobId: 'outbox-1',
    isKeyed: false,
    runAt: null,
    ...job,
  };
}
