// One real PostgreSQL for all tests of a run that want one; each suite copies a database of its own from the template.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';
import { migrate } from '../../dist/libs/platform/src/database/migrate.js';

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
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'test' });
  await prepare(postgres.url);
  return { folder, postgres };
}

async function prepare(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // What a test writes need not outlive the machine.
    await client.query('ALTER SYSTEM SET fsync = off');
    await client.query('SELECT pg_reload_conf()');
    await client.query('CREATE DATABASE test_template');
    const template = new URL(url);
    template.pathname = '/test_template';
    await migrate(template.href, true);
  } finally {
    await client.end();
  }
}
