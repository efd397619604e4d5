import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';
import { freePort, runProgram, untilReady } from './processes.mjs';
import { round } from './statistics.mjs';

/** How long `npm start` takes once it is built, on a new folder and on one with data, beside its database alone. */
export default async function measureStart(say) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  await chmod(folder, 0o755);
  try {
    const first = await pair(folder);
    say(describe('on a new folder', first));
    const later = await pair(folder);
    say(describe('on one with data', later));
    return { first, later };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The hub and the bare database, each on a folder of its own that it had before. */
async function pair(folder) {
  const hub = await seconds(() => startHub(join(folder, 'hub')));
  const postgres = await seconds(() => startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'bench' }));
  return { hubSeconds: hub, postgresSeconds: postgres, times: round(hub / postgres, 1) };
}

/** Until it is there; ending it is not counted. */
async function seconds(start) {
  const startedAt = performance.now();
  const started = await start();
  const taken = (performance.now() - startedAt) / 1000;
  await started.stop();
  return round(taken, 2);
}

async function startHub(dataDir) {
  const port = await freePort();
  const hub = runProgram(process.execPath, ['dist/apps/standalone/src/main.js'], {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  });
  await untilReady(hub.child, `http://127.0.0.1:${port}/health/ready`);
  return hub;
}

const describe = (where, { hubSeconds, postgresSeconds, times }) =>
  `${where}: ready after ${hubSeconds} s, PostgreSQL alone after ${postgresSeconds} s (${times} times)`;
