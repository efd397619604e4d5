import type { Config } from '../config/config.js';
import type { LiveBus } from './live-bus.js';
import { PostgresLiveBus } from './postgres-live-bus.js';
import { RedisLiveBus } from './redis-live-bus.js';

/** The live bus of this process: over Redis when `REDIS_URL` is set, else over PostgreSQL NOTIFY. */
export function openLiveBus(config: Config): LiveBus {
  return config.redisUrl === undefined ? new PostgresLiveBus(config.databaseUrl) : new RedisLiveBus(config.redisUrl);
}
