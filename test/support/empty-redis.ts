import { Redis } from 'ioredis';

/** Forgets everything in a Redis database that a test has for itself. */
export async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
}
