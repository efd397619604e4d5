/** What carries jobs and live events. */
export interface Backend {
  readonly name: string;
  readonly redisUrl: string | undefined;
}

/**
 * PostgreSQL always; Redis where `TEST_REDIS_URL` names one. Each Jest worker has a Redis database of its own.
 * @throws Error in CI when it is missing: both must have been tested there
 */
export function backends(): Backend[] {
  const postgres = { name: 'PostgreSQL', redisUrl: undefined };
  const { TEST_REDIS_URL, JEST_WORKER_ID = '1', CI } = process.env;
  if (TEST_REDIS_URL === undefined) {
    if (CI === 'true') throw new Error('TEST_REDIS_URL must be set in CI');
    return [postgres];
  }
  const url = new URL(TEST_REDIS_URL);
  url.pathname = `/${Number(JEST_WORKER_ID)}`;
  return [postgres, { name: 'Redis', redisUrl: url.href }];
}
