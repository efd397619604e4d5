import { freePort, runProgram, type TestProcess } from './process.js';
import { untilSucceeds } from './until-succeeds.js';

/** Starts the worker as a process of its own, with nobody at the broker, and waits until it is ready. */
export async function startLoneWorker(of: {
  databaseUrl: string;
  redisUrl: string | undefined;
  dataDir?: string;
  env?: Record<string, string>;
}): Promise<TestProcess> {
  const port = await freePort();
  const worker = runProgram('dist/apps/worker/src/main.js', {
    PORT: String(port),
    DATABASE_URL: of.databaseUrl,
    MQTT_URL: 'mqtt://127.0.0.1:1',
    SECRET_KEY: 'k'.repeat(32),
    DEMO: 'true',
    LOG_LEVEL: 'warn',
    ...(of.dataDir !== undefined && { DATA_DIR: of.dataDir }),
    ...of.env,
    ...(of.redisUrl !== undefined && { REDIS_URL: of.redisUrl }),
  });
  await untilSucceeds(async () => {
    if (worker.child.exitCode !== null) throw new Error(`the worker ended: ${worker.output()}`);
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (status !== 200) throw new Error(`not ready: ${worker.output()}`);
  }, 30_000);
  return worker;
}
