import pg from 'pg';
import { backends } from '../support/backends.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyRedis } from '../support/empty-redis.js';
import { eventually } from '../support/eventually.js';
import { freePort, runProgram, type TestProcess } from '../support/process.js';
import { untilSucceeds } from '../support/until-succeeds.js';

const holds = 100;
/** Longer than the queue takes to notice a dead worker, or the sweep to come round. */
const patienceMs = 90_000;

jest.setTimeout(180_000);

interface Tally {
  expired: number;
  /** Bookings that were written more or less often than once. */
  uneven: number;
  occupied: number;
  records: number;
}

describe.each(backends())('a worker that is killed while a hundred holds expire, on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let client: pg.Client;
  let worker: TestProcess;

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
  });

  afterEach(async () => {
    worker.child.kill('SIGKILL');
    await worker.ended;
    await client.end();
    await database.drop();
  });

  it.each([
    ['with its queue as it was', false],
    ['with everything that was queued lost', true],
  ])('and started again %s releases each hold exactly once', async (_case, isQueueLost) => {
    await client.query(seedSql, [JSON.stringify({}), holds]);
    worker = await startWorker(database.url, redisUrl);
    await eventually('holds expire', async () => (await tally()).expired >= 20, 30_000);
    worker.child.kill('SIGKILL');
    await worker.ended;
    const atDeath = await tally();
    expect(atDeath.expired).toBeLessThan(holds);

    if (isQueueLost) await loseQueue();
    worker = await startWorker(database.url, redisUrl);
    await eventually('all have expired', async () => (await tally()).expired === holds, patienceMs);
    expect(await tally()).toEqual({ expired: holds, uneven: 0, occupied: 0, records: holds });
  });

  async function tally(): Promise<Tally> {
    const { rows } = await client.query<Tally>(tallySql);
    const [row] = rows;
    if (row === undefined) throw new Error('nothing was counted');
    return row;
  }

  async function loseQueue(): Promise<void> {
    await client.query(`DELETE FROM outbox`);
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    else await client.query(`TRUNCATE ${await queueTables()} CASCADE`);
  }

  async function queueTables(): Promise<string> {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
    );
    return rows.map(({ name }) => name).join(', ');
  }
});

async function startWorker(databaseUrl: string, redisUrl: string | undefined): Promise<TestProcess> {
  const port = await freePort();
  const worker = runProgram('dist/apps/worker/src/main.js', {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    MQTT_URL: 'mqtt://127.0.0.1:1',
    SECRET_KEY: 'k'.repeat(32),
    DEMO: 'true',
    LOG_LEVEL: 'warn',
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  });
  await untilSucceeds(async () => {
    if (worker.child.exitCode !== null) throw new Error(`the worker ended: ${worker.output()}`);
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (status !== 200) throw new Error(`not ready: ${worker.output()}`);
  }, 30_000);
  return worker;
}

// The holds end one after the other, so that the worker dies between them; their jobs wait in the outbox, as they do
// after the request that made them.
const seedSql = `
  WITH h AS (
    INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
    VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi}', $1) RETURNING id),
  r AS (
    INSERT INTO resource (hub_id, slug, name, description, category)
    SELECT h.id, 'studio', '{"fi": "Studio"}', '{}', 'room' FROM h RETURNING id),
  a AS (INSERT INTO account (email, display_name, locale) VALUES ('a@example.org', 'A', 'fi') RETURNING id),
  n AS (
    SELECT i, uuidv7() AS id, now() + interval '1 day' + i * interval '1 hour' AS starts_at,
      now() + interval '4 seconds' + i * interval '40 milliseconds' AS expires_at
    FROM generate_series(1, $2::int) AS i),
  b AS (
    INSERT INTO booking (id, hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at,
      expires_at, next_step_at)
    SELECT n.id, h.id, a.id, 'room', 'held', n.starts_at, n.starts_at + interval '1 hour', now(), now(), n.expires_at,
      n.expires_at
    FROM n, h, a),
  x AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id)
    SELECT r.id, tstzrange(n.starts_at, n.starts_at + interval '1 hour'), 'booking', n.id FROM n, r)
  INSERT INTO outbox (job_name, payload, run_at)
  SELECT 'booking.advance', jsonb_build_object('bookingId', n.id), n.expires_at FROM n`;

const tallySql = `
  SELECT (SELECT count(*)::int FROM booking WHERE status = 'expired') AS expired,
    (SELECT count(*)::int FROM booking WHERE version <> 2) AS uneven,
    (SELECT count(*)::int FROM allocation WHERE active) AS occupied,
    (SELECT count(*)::int FROM audit_entry WHERE action = 'booking.expire') AS records`;
