import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { backends } from '../support/backends.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyRedis } from '../support/empty-redis.js';
import { eventually } from '../support/eventually.js';
import { newFolder } from '../support/hub.js';
import { startLoneWorker } from '../support/lone-worker.js';
import type { TestProcess } from '../support/process.js';

/** People whom nobody has seen for years and who were warned; who are to be warned; who were here yesterday. */
const overdue = 300;
const absent = 40;
const present = 40;
/** Files of prints that ended long ago, and as many of prints that ended yesterday. */
const files = 25;

jest.setTimeout(180_000);

interface Tally {
  erased: number;
  /** Texts that should have gone with their person. */
  leftovers: number;
  records: number;
  recordedTwice: number;
  warned: number;
  /** Of those who were here yesterday: unchanged, with what they wrote. */
  untouched: number;
  /** What the statistics count. */
  bookings: number;
  keptFiles: number;
  mails: number;
}

describe.each(backends())('a worker that is killed in the daily round of forgetting, on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let client: pg.Client;
  let worker: TestProcess | undefined;
  let dataDir: string;

  beforeEach(async () => {
    [database, dataDir] = await Promise.all([createTestDatabase(), newFolder()]);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
  });

  afterEach(async () => {
    worker?.child.kill('SIGKILL');
    await worker?.ended;
    await client.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('and does it again forgets everything that is due once, and nothing else', async () => {
    await client.query(peopleSql, [overdue, absent, present]);
    const [old, fresh] = [await storeFiles('old'), await storeFiles('fresh')];
    await client.query(printsSql, [old, fresh]);
    await client.query(beginSql);
    worker = await startWorker();
    await eventually('people are forgotten', async () => (await tally()).erased >= 20, 60_000);
    worker.child.kill('SIGKILL');
    await worker.ended;
    const atDeath = await tally();
    expect(atDeath.erased).toBeLessThan(overdue);
    expect([atDeath.leftovers, atDeath.recordedTwice]).toEqual([2 * (overdue - atDeath.erased), 0]);

    await client.query(beginSql);
    worker = await startWorker();
    const isDone = async () => (await tally()).erased === overdue && (await storedFiles()).length === files;
    await eventually('the rest is forgotten', isDone, 90_000);
    expect(await storedFiles()).toEqual([...fresh].sort());
    expect(await tally()).toMatchObject({
      erased: overdue,
      leftovers: 0,
      records: overdue,
      recordedTwice: 0,
      warned: absent,
      untouched: present,
      bookings: overdue + absent + present,
      keptFiles: files,
      mails: 1,
    });
  });

  async function tally(): Promise<Tally> {
    const { rows } = await client.query<Tally>(tallySql);
    const [row] = rows;
    if (row === undefined) throw new Error('nothing was counted');
    return row;
  }

  /** @returns their names in the store */
  async function storeFiles(word: string): Promise<string[]> {
    const contents = Array.from({ length: files }, (_file, index) => `; ${word} ${index}`);
    return Promise.all(
      contents.map(async (content) => {
        const sha256 = createHash('sha256').update(content).digest('hex');
        const folder = join(dataDir, 'files', sha256.slice(0, 2));
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, sha256), content);
        return sha256;
      }),
    );
  }

  async function storedFiles(): Promise<string[]> {
    const entries = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  const startWorker = () => startLoneWorker({ databaseUrl: database.url, redisUrl, dataDir });
});

/** As the plan of the queue does at night. */
const beginSql = `INSERT INTO outbox (job_name, payload) VALUES ('person.expire', '{}')`;

// Everybody has a booking with a purpose and waits for nothing; the mails of the demo are one old and one new.
const peopleSql = `
  WITH h AS (
    INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
    VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi}', '{}') RETURNING id),
  a AS (
    INSERT INTO account (email, display_name, locale, last_active_at, inactivity_warned_at)
    SELECT kind || i || '@example.org', 'Aino ' || kind, 'fi', now() - away * interval '1 day',
      CASE WHEN kind = 'overdue' THEN now() - interval '20 days' END
    FROM (VALUES ('overdue', $1::int, 1000), ('absent', $2::int, 720), ('present', $3::int, 1)) AS k (kind, people, away)
    CROSS JOIN LATERAL generate_series(1, people) AS i
    RETURNING id),
  b AS (
    INSERT INTO booking (hub_id, account_id, category, status, purpose, starts_at, ends_at, created_at, updated_at)
    SELECT h.id, a.id, 'room', 'completed', 'Soittoa', now() - interval '800 days',
      now() - interval '800 days' + interval '1 hour', now() - interval '801 days', now() - interval '800 days'
    FROM h, a)
  INSERT INTO demo_mail (recipient, subject, text, sent_at)
  VALUES ('old@example.org', 'b', 'c', now() - interval '1000 days'), ('new@example.org', 'b', 'c', now())`;

// All of them belong to one of those who were here yesterday.
const printsSql = `
  INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at)
  SELECT h.id, a.id, 'done', 'talo.gcode', f.sha256, 10, f.at, f.at
  FROM hub h, account a, (
    SELECT unnest($1::text[]) AS sha256, now() - interval '31 days' AS at
    UNION ALL SELECT unnest($2::text[]), now() - interval '1 day') AS f
  WHERE a.email = 'present1@example.org'`;

const tallySql = `
  SELECT (SELECT count(*)::int FROM account WHERE erased_at IS NOT NULL) AS erased,
    (SELECT count(*)::int FROM account WHERE display_name = 'Aino overdue')
      + (SELECT count(*)::int FROM booking b JOIN account a ON a.id = b.account_id
         WHERE b.purpose IS NOT NULL AND (a.erased_at IS NOT NULL OR a.display_name = 'Aino overdue')) AS leftovers,
    (SELECT count(*)::int FROM audit_entry WHERE action = 'person.erase') AS records,
    (SELECT count(*)::int FROM (SELECT FROM audit_entry WHERE action = 'person.erase'
       GROUP BY subject_id HAVING count(*) > 1) AS t) AS "recordedTwice",
    (SELECT count(*)::int FROM account WHERE display_name = 'Aino absent' AND inactivity_warned_at IS NOT NULL) AS warned,
    (SELECT count(*)::int FROM account a JOIN booking b ON b.account_id = a.id
     WHERE a.display_name = 'Aino present' AND a.erased_at IS NULL AND a.inactivity_warned_at IS NULL
       AND b.purpose = 'Soittoa') AS untouched,
    (SELECT count(*)::int FROM booking) AS bookings,
    (SELECT count(*)::int FROM print_job WHERE file_sha256 IS NOT NULL) AS "keptFiles",
    (SELECT count(*)::int FROM demo_mail WHERE recipient IN ('old@example.org', 'new@example.org')) AS mails`;
