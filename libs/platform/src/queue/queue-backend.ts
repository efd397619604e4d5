import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';

/** The PostgreSQL schema in which BullMQ keeps its tables when there is no Redis. */
export const queueSchema = 'bullmq';

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
  private readonly redis: Redis;

  constructor(url: string) {
    super();
    this.redis = new Redis(url, { maxRetriesPerRequest: null });
    // Reconnecting is the client's own business; without a listener the first refusal would end the process.
    this.redis.on('error', () => undefined);
  }

  override openQueue(name: string): Queue {
    return new Queue(name, { connection: this.redis });
  }

  override openWorker(name: string, processor: Processor, concurrency: number): Worker {
    return new Worker(name, processor, { connection: this.redis, concurrency });
  }

  override async check(): Promise<void> {
    if (this.redis.status !== 'ready') throw new Error(`Redis is ${this.redis.status}`);
    await this.redis.ping();
  }

  override async close(): Promise<void> {
    this.redis.disconnect();
  }
}

class PostgresQueueBackend extends QueueBackend {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    super();
    setDefaultBackendFactory(createPostgresBackend);
    // One pool for all queues: every worker keeps one connection to listen on, the rest are shared.
    this.pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${queueSchema}` });
    this.pool.on('error', () => undefined);
  }

  override openQueue(name: string): Queue {
    return new Queue(name, { connection: this.pool as object });
  }

  override openWorker(name: string, processor: Processor, concurrency: number): Worker {
    return new Worker(name, processor, { connection: this.pool as object, concurrency });
  }

  override async check(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  override async close(): Promise<void> {
    await this.pool.end();
  }
}
