import pg from 'pg';
import { backends } from '../support/backends.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyRedis } from '../support/empty-redis.js';
import { eventually } from '../support/eventually.js';
import { startLoneWorker } from '../support/lone-worker.js';
import type { TestProcess } from '../support/process.js';

const holds = 100;
/** Of these slots, one more person waits for each. */
const wantedTwice = 20;
/** Longer than the queue takes to notice a dead worker, or the sweep to come round. */
const patienceMs = 90_000;

jest.setTimeout(180_000);

interface Tally {
  expired: number;
  /** Holds that were changed more or less often than once. */
  uneven: number;
  records: number;
  /** Slots that are held for somebody who waited; each is one row of the calendar. */
  offered: number;
  occupied: number;
  offersRecorded: number;
  stillWaiting: number;
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
  ])(
    'and started again %s releases each hold exactly once and offers its slot to one person',
    async (_case, isQueueLost) => {
      await client.query(placeSql, [JSON.stringify(always)]);
      await client.query(holdsSql, [holds, wantedTwice]);
      worker = await startLoneWorker({ databaseUrl: database.url, redisUrl });
      await eventually('holds expire', async () => (await tally()).expired >= 20, 30_000);
      worker.child.kill('SIGKILL');
      await worker.ended;
      const atDeath = await tally();
      expect(atDeath.expired).toBeLessThan(holds);

      if (isQueueLost) await loseQueue();
      worker = await startLoneWorker({ databaseUrl: database.url, redisUrl });
      const isDone = ({ expired, offered }: Tally) => expired === holds && offered === holds;
      await eventually('every slot is with somebody else', async () => isDone(await tally()), patienceMs);
      expect(await tally()).toEqual({
        expired: holds,
        uneven: 0,
        records: holds,
        offered: holds,
        occupied: holds,
        offersRecorded: holds,
        stillWaiting: wantedTwice,
      });
    },
  );

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

const allDay = [{ opens: '00:00', closes: '24:00' }];
const always = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };

// Open on public holidays, too, whenever the test is run.
const placeSql = `
  WITH h AS (
    INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
    VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi}', $1) RETURNING id),
  e AS (
    INSERT INTO opening_exception (hub_id, date, hours)
    SELECT h.id, current_date + i, $1::jsonb -> 'mon' FROM h, generate_series(-1, 8) AS i)
  INSERT INTO resource (hub_id, slug, name, description, category)
  SELECT h.id, 'studio', '{"fi": "Studio"}', '{}', 'room' FROM h`;

// The holds end one after the other, so that the worker dies between them; their jobs wait in the outbox, as they do
// after the request that made them.
const holdsSql = `
  WITH a AS (INSERT INTO account (email, display_name, locale) VALUES ('a@example.org', 'A', 'fi') RETURNING id),
  n AS (
    SELECT i, uuidv7() AS id, date_trunc('hour', now()) + interval '1 day' + i * interval '1 hour' AS starts_at,
      now() + interval '4 seconds' + i * interval '40 milliseconds' AS expires_at
    FROM generate_series(1, $1::int) AS i),
  b AS (
    INSERT INTO booking (id, hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at,
      expires_at, next_step_at)
    SELECT n.id, h.id, a.id, 'room', 'held', n.starts_at, n.starts_at + interval '1 hour', now(), now(), n.expires_at,
      n.expires_at
    FROM n, hub h, a),
  x AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id)
    SELECT r.id, tstzrange(n.starts_at, n.starts_at + interval '1 hour'), 'booking', n.id FROM n, resource r),
  w AS (
    INSERT INTO account (email, display_name, locale)
    SELECT 'w' || i || '-' || nth || '@example.org', 'W', 'fi'
    FROM n, generate_series(1, CASE WHEN i <= $2::int THEN 2 ELSE 1 END) AS nth
    RETURNING id, split_part(substr(email, 2), '-', 1)::int AS i),
  l AS (
    INSERT INTO waiting_entry (hub_id, account_id, resource_id, wanted_from, wanted_to, duration_minutes, status,
      created_at, updated_at)
    SELECT r.hub_id, w.id, r.id, n.starts_at, n.starts_at + interval '1 hour', 60, 'waiting', now(), now()
    FROM w JOIN n ON n.i = w.i, resource r)
  INSERT INTO outbox (job_name, payload, run_at)
  SELECT 'booking.advance', jsonb_build_object('bookingId', n.id), n.expires_at FROM n`;

const tallySql = `
  SELECT (SELECT count(*)::int FROM booking WHERE status = 'expired') AS expired,
    (SELECT count(*)::int FROM booking WHERE version <> CASE status WHEN 'expired' THEN 2 ELSE 1 END) AS uneven,
    (SELECT count(*)::int FROM audit_entry WHERE action = 'booking.expire') AS records,
    (SELECT count(DISTINCT b.starts_at)::int FROM waiting_entry e JOIN booking b ON b.id = e.booking_id
     WHERE e.status = 'offered' AND b.status = 'held') AS offered,
    (SELECT count(*)::int FROM allocation WHERE active) AS occupied,
    (SELECT count(*)::int FROM audit_entry WHERE action = 'booking.offer') AS "offersRecorded",
    (SELECT count(*)::int FROM waiting_entry WHERE status = 'waiting') AS "stillWaiting"`;
