import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { Config, Database, JobQueues, LiveBus } from '#libs/platform';
import { createWorker } from '../../apps/worker/src/worker.js';
import { RetentionService } from '../../libs/people/src/privacy/retention.service.js';
import { OutboxRelay } from '../../libs/platform/src/outbox/outbox.relay.js';
import { backends } from '../support/backends.js';
import { aBusyPerson, type BusyPerson } from '../support/busy-person.js';
import { emptyRedis } from '../support/empty-redis.js';
import { eventually } from '../support/eventually.js';
import { RunningApi } from '../support/running-api.js';
import { tracesInDatabase, tracesInFiles, tracesInRedis } from '../support/traces.js';

const word = 'zqx7jalki';

describe.each(backends())('erasing a person, with the queue on $name', ({ redisUrl }) => {
  let api: RunningApi;
  let client: pg.Client;
  let worker: INestApplicationContext | undefined;
  let person: BusyPerson;
  let neighbour: string;
  let countsBefore: unknown;

  beforeAll(async () => {
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    api = await RunningApi.start({ env: { REDIS_URL: redisUrl } });
    client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    person = await aBusyPerson(api, client, word);
    neighbour = await api.cookieOf('asukas@digikeskus.example');
    const { startsAt: from, endsAt: to } = person.booked;
    const wish = { resource: 'podcast-room', from, to, durationMinutes: 60 };
    await api.send('POST', '/api/v1/waiting-list', wish, { cookie: neighbour });
    countsBefore = await counts();
    // What was promised so far has left for the queue when the person goes.
    await new OutboxRelay(api.get(Database), api.get(JobQueues), api.get(LiveBus)).relay();
  });

  afterAll(async () => {
    await worker?.close();
    await client.end();
    await api.remove();
  });

  const files = () => tracesInFiles(join(api.get(Config).dataDir, 'files'), word);
  const redis = async () => (redisUrl === undefined ? [] : tracesInRedis(redisUrl, word));
  const eraseOwn = () => api.fetch('/api/v1/me', { method: 'DELETE', headers: { cookie: person.cookie } });

  /** What statistics are made of. */
  async function counts(): Promise<unknown> {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM booking WHERE account_id = $1) AS bookings,
         (SELECT sum(ends_at - starts_at)::text FROM booking WHERE account_id = $1) AS booked,
         (SELECT count(*)::int FROM print_job WHERE account_id = $1) AS prints,
         (SELECT sum((analysis ->> 'totalGrams')::int)::int FROM print_job WHERE account_id = $1) AS grams`,
      [person.id],
    );
    return rows[0];
  }

  it('begins with a person whose word is everywhere: in tables, files and the queue', async () => {
    const found = await tracesInDatabase(client, word);
    for (const table of [
      'account',
      'booking',
      'booking_series',
      'print_job',
      'demo_mail',
      'idempotency_key',
      'person_note',
    ])
      expect(found).toContain(table);
    expect(await files()).toHaveLength(3);
    const inQueue = redisUrl === undefined ? found.filter((name) => name.startsWith('bullmq.')) : await redis();
    expect(inQueue.length).toBeGreaterThan(0);
  });

  it('needs a sign-in of the last ten minutes', async () => {
    await client.query(`UPDATE session SET created_at = created_at - interval '10 minutes'`);
    const refused = await eraseOwn();
    expect([refused.status, (await refused.json()) as object]).toMatchObject([
      403,
      { code: 'auth.fresh_sign_in_required' },
    ]);
    await client.query(`UPDATE session SET created_at = created_at + interval '10 minutes'`);
  });

  it('signs the person out at once, and leaves no name', async () => {
    expect((await eraseOwn()).status).toBe(204);
    const me = await api.fetch('/api/v1/me', { headers: { cookie: person.cookie } });
    expect(me.status).toBe(401);
    const { rows } = await client.query(`SELECT email, display_name, birth_date FROM account WHERE id = $1`, [
      person.id,
    ]);
    expect(rows).toEqual([{ email: null, display_name: '–', birth_date: null }]);
  });

  it('leaves no trace in any column of any table, in any file or key, but the last mail', async () => {
    worker = await createWorker(api.get(Config));
    await eventually(
      'only the last mail is left',
      async () =>
        (await tracesInDatabase(client, word)).join() === 'demo_mail' &&
        (await files()).length === 1 &&
        (await redis()).length === 0,
      30_000,
    );
    const { rows } = await client.query(`SELECT recipient, subject FROM demo_mail WHERE demo_mail::text ILIKE $1`, [
      `%${word}%`,
    ]);
    expect(rows).toEqual([{ recipient: person.email, subject: 'Tietosi on poistettu' }]);
  });

  it('lets go of what was to come, and offers it to whoever waits for it', async () => {
    await eventually('the neighbour is offered the time', async () => {
      const answer = await api.fetch('/api/v1/waiting-list?mine=true', { headers: { cookie: neighbour } });
      const { items } = (await answer.json()) as { items: { status: string }[] };
      return items[0]?.status === 'offered';
    });
    const { rows } = await client.query(
      `SELECT FROM booking WHERE account_id = $1 AND status IN ('held', 'pending', 'confirmed')`,
      [person.id],
    );
    expect(rows).toEqual([]);
  });

  it('cancels prints that have not begun, and lets a running one finish, whose file goes afterwards', async () => {
    const states = async () => {
      const { rows } = await client.query<{ status: string }>(
        `SELECT DISTINCT status FROM print_job WHERE account_id = $1 ORDER BY status`,
        [person.id],
      );
      return rows.map(({ status }) => status).join(' ');
    };
    await eventually('all others are over', async () => (await states()) === 'cancelled done printing rejected');
    await client.query(`UPDATE print_attempt SET status = 'completed' WHERE print_job_id = $1`, [person.runningJob]);
    await client.query(`UPDATE print_job SET status = 'done' WHERE id = $1`, [person.runningJob]);
    await worker?.get(RetentionService, { strict: false }).expire();
    await eventually('its file is gone', async () => (await files()).length === 0);
    expect(await states()).toBe('cancelled done rejected');
  });

  it('keeps what statistics count', async () => {
    expect(await counts()).toEqual(countsBefore);
  });

  it('leaves nothing at all once the demo mailbox is emptied', async () => {
    await client.query(`UPDATE demo_mail SET sent_at = sent_at - interval '31 days'`);
    await worker?.get(RetentionService, { strict: false }).expire();
    expect(await tracesInDatabase(client, word)).toEqual([]);
  });
});
