// One real PostgreSQL for all tests of a run that want one; each suite makes a database of its own in it.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';

export default async function setup() {
  // Jest calls this once for every project that names it.
  globalThis.testPostgres ??= { users: 0, server: start() };
  globalThis.testPostgres.users += 1;
  const { postgres } = await globalThis.testPostgres.server;
  process.env.TEST_POSTGRES_URL = postgres.url;
}

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-test-'));
  await chmod(folder, 0o755);
  return { folder, postgres: await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'test' }) };
}
