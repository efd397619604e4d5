import { Logger } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';

/** The PostgreSQL schema in which BullMQ keeps its tables when there is no Redis. */
export const queueSchema = 'bullmq';

const logger = new Logger('QueueBackend');

/** How soon the job of a worker that died goes to another one, milliseconds; a living worker renews its hold. */
const crashRecovery = { lockDuration: 15_000, stalledInterval: 15_000 } as const;

/**
 * Where BullMQ keeps its jobs: Redis when `REDIS_URL` is set, else PostgreSQL. Queues behave the same on both.
 */
export abstract class QueueBackend {
  abstract openQueue(name: string): Queue;
  abstract openWorker(name: string, processor: Processor, concurrency: number): Worker;
  /** Rejects when jobs cannot be stored now. */
  abstract check(): Promise<void>;
  abstract close(): Promise<void>;

  static for(config: Config): QueueBackend {
    return config.redisUrl === undefined
      ? new PostgresQueueBackend(config.databaseUrl)
      : new RedisQueueBackend(config.redisUrl);
  }
}

class RedisQueueBackend extends QueueBackend {
  /** Refuses at once while Redis is away, so that nobody who has jobs to store waits with a transaction open. */
  private readonly sending: Redis;
  private readonly receiving: Redis;

  constructor(url: string) {
    super();
    this.sending = openRedis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    this.receiving = openRedis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  }

  override openQueue(name: string): Queue {
    return new Queue(name, { connection: this.sending });
  }

  override openWorker(name: string, processor: Processor, concurrency: number): Worker {
    return new Worker(name, processor, { connection: this.receiving, concurrency, ...crashRecovery });
  }

  override async check(): Promise<void> {
    await this.sending.ping();
  }

  override async close(): Promise<void> {
    this.sending.disconnect();
    this.receiving.disconnect();
  }
}

function openRedis(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, options);
  // Reconnecting is the client's own business; without a listener the first refusal would end the process.
  redis.on('error', (error) => logger.debug(`Redis: ${error.message}`));
  return redis;
}

class PostgresQueueBackend extends QueueBackend {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    super();
    // One pool for all queues: every worker keeps one connection to listen on, the rest are shared.
    this.pool = new pg.Pool({ connectionString: url, max: 6, options: `-c search_path=${queueSchema}` });
    this.pool.on('error', (error) => logger.debug(`queue: ${error.message}`));
  }

  override openQueue(name: string): Queue {
    // Used alike on both backends; only the types of their connection options differ.
    return new Queue(name, { connection: this.pool }, createPostgresBackend) as unknown as Queue;
  }

  override openWorker(name: string, processor: Processor, concurrency: number): Worker {
    return new Worker(
      name,
      processor,
      { connection: this.pool, concurrency, ...crashRecovery },
      createPostgresBackend,
    ) as unknown as Worker;
  }

  override async check(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  override async close(): Promise<void> {
    await this.pool.end();
  }
}
