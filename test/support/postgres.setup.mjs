// One real PostgreSQL for all integration tests of a run; each suite makes a database of its own in it.
import { mkdtemp, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';

export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-test-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'test' });
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.testPostgres = { folder, postgres };
}
