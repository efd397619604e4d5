import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { newFolder } from './hub.js';
import { freePort } from './process.js';

const program = '/usr/bin/redis-server';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether a Redis of one's own can be started; in CI it must. */
export function redisServerAvailable(): boolean {
  if (existsSync(program)) return true;
  if (process.env['CI']) throw new Error('Redis is missing: apt-get install -y --no-install-recommends redis-server');
  process.stderr.write('Redis is not installed: PostgreSQL has to forget in its place\n');
  return false;
}

/** The real Redis on a free loopback port, for a test that does to it what no other test could bear. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await newFolder();
  const port = await freePort();
  const options = { bind: '127.0.0.1', port, dir: folder, save: '', 'maxmemory-policy': 'noeviction' };
  const child = spawn(
    program,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: 50 });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    stop: async () => {
      client.disconnect();
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
