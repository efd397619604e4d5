import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';

/** How long a request waits for a Redis that does not answer, milliseconds. */
const patienceMs = 500;

export interface Counting {
  name: string;
  requests: number;
  windowSeconds: number;
}

/** Where requests are counted so that all replicas share the count: Redis when `REDIS_URL` is set, else PostgreSQL. */
export abstract class RateLimitStore {
  abstract open(counting: Counting): RateLimiterAbstract;
  abstract close(): void;

  static for(config: Config, database: Database): RateLimitStore {
    return config.redisUrl === undefined ? new PostgresRateLimits(database) : new RedisRateLimits(config.redisUrl);
  }
}

class RedisRateLimits extends RateLimitStore {
  private readonly redis: Redis;

  constructor(url: string) {
    super();
    this.redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: patienceMs });
    const logger = new Logger(RateLimitStore.name);
    this.redis.on('error', (error: Error) => logger.debug(`Redis: ${error.message}`));
  }

  override open({ name, requests, windowSeconds }: Counting): RateLimiterAbstract {
    return new RateLimiterRedis({
      storeClient: this.redis,
      keyPrefix: `digikeskus:rate:${name}`,
      points: requests,
      duration: windowSeconds,
    });
  }

  override close(): void {
    this.redis.disconnect();
  }
}

class PostgresRateLimits extends RateLimitStore {
  private isCleared = false;

  constructor(private readonly database: Database) {
    super();
  }

  override open({ name, requests, windowSeconds }: Counting): RateLimiterAbstract {
    // All limits share one table, so one of them clears it.
    const clearExpiredByTimeout = !this.isCleared;
    this.isCleared = true;
    return new RateLimiterPostgres({
      storeClient: this.client(),
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout,
      keyPrefix: name,
      points: requests,
      duration: windowSeconds,
    });
  }

  override close(): void {}

  /** The little that the library wants of a PostgreSQL client. */
  private client(): object {
    return {
      query: async ({ text, values }: { text: string; values?: unknown[] }) => ({
        rows: await this.database.query(text, values),
      }),
    };
  }
}
