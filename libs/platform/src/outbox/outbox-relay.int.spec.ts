import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { backends } from '../../../../test/support/backends.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { emptyRedis } from '../../../../test/support/empty-redis.js';
import { eventually } from '../../../../test/support/eventually.js';
import { LoopbackBus } from '../../../../test/support/loopback-bus.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { SystemClock } from '../clock/clock.js';
import { dataSourceOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { JobQueues, type QueuedJob } from '../queue/job-queues.js';
import { QueueBackend } from '../queue/queue-backend.js';
import { OutboxRelay } from './outbox.relay.js';

describe.each(backends())('the outbox relay to $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let gate: TcpGate;
  let hub: Database;
  let bus: LoopbackBus;
  let backend: QueueBackend;
  let queues: JobQueues;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
    bus = new LoopbackBus();
    hub = new Database(dataSource, new SystemClock(), bus);
    gate = await openGate(redisUrl ?? database.url);
    const queueAt = redisUrl === undefined ? { DATABASE_URL: gate.url } : { REDIS_URL: gate.url };
    backend = QueueBackend.for(testConfig({ DATABASE_URL: database.url, ...queueAt }));
    queues = new JobQueues(backend, new SystemClock());
  });

  afterAll(async () => {
    await queues.beforeApplicationShutdown();
    await backend.close();
    await gate.remove();
    await dataSource.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    await dataSource.query('TRUNCATE outbox');
    await queues.queue('printing').obliterate({ force: true });
  });

  const aRelay = (through: Pick<JobQueues, 'add'> = queues) => new OutboxRelay(hub, through as JobQueues, bus);
  const write = (count: number, jobName = 'print.plan') =>
    dataSource.query(
      `INSERT INTO outbox (job_name, payload)
       SELECT $1, '{"hubId": "019a0000-0000-7000-8000-000000000001"}' FROM generate_series(1, $2)`,
      [jobName, count],
    );
  const rowIds = async (): Promise<string[]> =>
    (await dataSource.query<{ id: string }[]>('SELECT id FROM outbox ORDER BY id')).map(({ id }) => id);
  const queued = async () => (await queues.queue('printing').getWaiting()).map((job) => job.id);

  it('carries more rows than fit a batch, in their order, and deletes them', async () => {
    await write(201);
    const ids = await rowIds();
    await aRelay().relay();
    expect(await rowIds()).toEqual([]);
    expect(await queued()).toEqual(ids.map((id) => `outbox-${id}`));
  });

  it('carries each row once although two relays work at the same time', async () => {
    await write(450);
    const carried: string[] = [];
    const counting = {
      add: async (batch: readonly QueuedJob[]) => {
        carried.push(...batch.map((job) => job.jobId));
        await queues.add(batch);
      },
    };
    await Promise.all([aRelay(counting).relay(), aRelay(counting).relay()]);
    await aRelay(counting).relay();
    expect(carried).toHaveLength(450);
    expect(new Set(carried).size).toBe(450);
    expect(await queued()).toHaveLength(450);
    expect(await rowIds()).toEqual([]);
  });

  it('keeps the rows while the queue cannot be reached, and carries them afterwards', async () => {
    await write(3);
    gate.shut();
    try {
      await expect(aRelay().relay()).rejects.toThrow(/connect|stream|reset/i);
      expect(await rowIds()).toHaveLength(3);
    } finally {
      gate.reopen();
    }
    await eventually('the rows have been carried', async () => {
      await aRelay()
        .relay()
        .catch(() => undefined);
      return (await rowIds()).length === 0;
    });
    expect(await queued()).toHaveLength(3);
  });

  it('carries a row again under the same id when it died before deleting it', async () => {
    await write(1);
    const [id] = await rowIds();
    const dying = {
      add: async (batch: readonly QueuedJob[]) => {
        await queues.add(batch);
        await dataSource.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'idle in transaction'`,
        );
      },
    };
    await expect(aRelay(dying).relay()).rejects.toThrow(/terminat|released/i);
    expect(await rowIds()).toEqual([id]);
    expect(await queued()).toEqual([`outbox-${id}`]);
    await aRelay().relay();
    expect(await rowIds()).toEqual([]);
    expect(await queued()).toEqual([`outbox-${id}`]);
  });

  it('leaves jobs of a newer release to its own relay, without stopping for them', async () => {
    await write(1, 'workshop.remind');
    await write(1);
    await aRelay().relay();
    expect(await rowIds()).toHaveLength(1);
    expect(await queued()).toHaveLength(1);
  });

  it('goes by itself as soon as a transaction says so, and stops when told', async () => {
    const relay = aRelay();
    relay.onApplicationBootstrap();
    try {
      await write(1);
      bus.announceJobs();
      await eventually('the row has been carried', async () => (await rowIds()).length === 0);
    } finally {
      await relay.onModuleDestroy();
    }
    await write(1);
    bus.announceJobs();
    await relay.relay();
    expect(await rowIds()).toHaveLength(1);
  });
});
