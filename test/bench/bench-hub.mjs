import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { sessionCookieFor } from '#libs/people';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';
import { freePort, runProgram, untilReady } from './processes.mjs';

/**
 * The built API as a process of its own over a real PostgreSQL, with a hub that never closes.
 * @param {{ resources: number }} size
 */
export async function startBenchHub({ resources }) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'bench' });
    stops.push(() => postgres.stop());
    const url = await startApi(postgres.url, { folder, stops });
    const database = new pg.Client({ connectionString: postgres.url });
    stops.push(() => database.end());
    await database.connect();
    const hub = await seedHub(database, resources);
    return { url, databaseUrl: postgres.url, database, ...hub, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Accounts with a session each, as signing in would leave them. */
export async function signIn(database, url, count) {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const { rows } = await database.query(
    `WITH account_row AS (
       INSERT INTO account (email, display_name, locale)
       SELECT 'bench-' || n || '@example.org', 'Resident ' || n, 'fi' FROM generate_series(1, $1::int) AS n
       RETURNING id, email),
     numbered AS (SELECT id, row_number() OVER (ORDER BY email) AS n FROM account_row),
     session_row AS (
       INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at)
       SELECT id, ($2::bytea[])[n], now(), now(), now() + interval '1 day' FROM numbered)
     SELECT id, n FROM numbered ORDER BY n`,
    [count, tokens.map((token) => createHash('sha256').update(token).digest())],
  );
  const { name } = sessionCookieFor(url);
  return rows.map(({ id }, index) => ({ accountId: id, cookie: `${name}=${tokens[index]}` }));
}

async function startApi(databaseUrl, { folder, stops }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = runProgram(process.execPath, ['dist/apps/api/src/main.js'], {
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    MQTT_URL: 'mqtt://127.0.0.1:1',
    SECRET_KEY: randomBytes(32).toString('hex'),
    DEMO: 'true',
    LOG_LEVEL: 'error',
  });
  stops.push(api.stop);
  await untilReady(api.child, `${url}/health/ready`);
  return url;
}

async function seedHub(database, count) {
  const always = [{ opens: '00:00', closes: '24:00' }];
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, always]));
  const { rows } = await database.query(
    `WITH hub_row AS (
       INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       VALUES ('bench', 'Bench', 'Street 1', 'Europe/Helsinki', '{fi,sv,en}', $1) RETURNING id),
     open_on_holidays AS (
       INSERT INTO opening_exception (hub_id, date, hours, reason)
       SELECT hub_row.id, current_date + n, $3, 'bench' FROM hub_row, generate_series(0, 30) AS n),
     resource_row AS (
       INSERT INTO resource (hub_id, slug, name, description, category, position)
       SELECT hub_row.id, 'pc-' || n, jsonb_build_object('fi', 'Tietokone ' || n), '{}', 'computer', n
       FROM hub_row, generate_series(1, $2::int) AS n RETURNING id, hub_id, slug, position)
     SELECT id, hub_id AS "hubId", slug FROM resource_row ORDER BY position`,
    [JSON.stringify(week), count, JSON.stringify(always)],
  );
  return { hubId: rows[0].hubId, resources: rows.map(({ id, slug }) => ({ id, slug })) };
}
