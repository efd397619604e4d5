import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { accessList } from '#libs/mqtt';
import type { PrinterEvent } from '#libs/contracts';
import { EventOutbox, type EventFact } from '../../hardware-bridge/src/outbox/event-outbox.js';
import { BridgeStore } from '../../hardware-bridge/src/store/bridge-store.js';
import { mosquittoAvailable, startAedes, startMosquitto, type TestBroker } from '../support/brokers.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { faultRounds, tellCount } from '../support/fault-count.js';
import { newFolder } from '../support/hub.js';
import { startLoneWorker } from '../support/lone-worker.js';
import { seedPrintersSql } from '../support/print-rows.js';
import { runProgram, type TestProcess } from '../support/process.js';
import { ServerSide, serverAccount } from '../support/server-side.js';
import { openGate, type TcpGate } from '../support/tcp-gate.js';

const bridgeAccount = { username: 'test-hub/bridge-1', password: 'bridge-secret' };
const slugs = Array.from({ length: 8 }, (_, n) => `printer-${n + 1}`);
const eventCount = 5000;
const awayMs = 10 * 60_000;
/** Every event is on the disk before it is sent, and gone from it after; a loaded machine takes its time. */
const deliveryMs = 300_000;

jest.setTimeout(60_000 + faultRounds * deliveryMs);

describe('a server that is away for ten minutes', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let broker: TestBroker;
  let gate: TcpGate;
  let folder: string;
  let worker: TestProcess;
  let bridge: TestProcess | undefined;
  let listener: ServerSide;

  beforeAll(async () => {
    [database, folder] = await Promise.all([createTestDatabase(), newFolder()]);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    broker = await startBroker();
    gate = await openGate(broker.url);
    const account = { MQTT_USERNAME: serverAccount.username, MQTT_PASSWORD: serverAccount.password };
    worker = await startLoneWorker({
      databaseUrl: database.url,
      redisUrl: undefined,
      dataDir: folder,
      env: { MQTT_URL: broker.url, ...account },
    });
    listener = new ServerSide(broker);
    await listener.open();
    const { rows } = await client.query<{ id: string }>(hubSql);
    await client.query(seedPrintersSql, [rows[0]?.id, slugs]);
  });

  afterAll(async () => {
    for (const process of [bridge, worker]) {
      process?.child.kill('SIGKILL');
      await process?.ended;
    }
    await listener.close();
    await gate.remove();
    await broker.stop();
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('hears every event that was kept for it, each once and in order, though the bridge dies on the way', async () => {
    for (let round = 0; round < faultRounds; round += 1) {
      const dataDir = join(folder, `bridge-${round}`);
      gate.shut();
      const jobs = await somePrints();
      const session = await keep(dataDir, jobs);
      listener.events.length = 0;

      bridge = startBridge(dataDir);
      gate.reopen();
      const heardOf = () => listener.events.filter((event) => event.session === session);
      await eventually('a part has arrived', () => heardOf().length > eventCount / 4, deliveryMs);
      bridge.child.kill('SIGKILL');
      await bridge.ended;
      bridge = startBridge(dataDir);
      await eventually('all are in the database', async () => (await heard(session)) === eventCount, deliveryMs);

      const counted = { events: await heard(session), ...inOrder(heardOf()), prints: await prints(jobs) };
      tellCount('server away for ten minutes, bridge killed while it delivers', counted);
      expect(counted).toEqual({ events: eventCount, missing: 0, overtaken: 0, prints: { completed: slugs.length } });
      bridge.child.kill('SIGKILL');
      await bridge.ended;
    }
  });

  /** A print on each printer, which was seen to run before the server went away. */
  async function somePrints(): Promise<{ slug: string; jobId: string; startToken: string }[]> {
    await client.query(`UPDATE allocation SET active = false`);
    const { rows } = await client.query<{ slug: string; jobId: string; startToken: string }>(printsSql);
    return rows;
  }

  /** Fills a bridge's own folder with what its printers have told since. @returns the session it was told in */
  async function keep(dataDir: string, jobs: Awaited<ReturnType<typeof somePrints>>): Promise<number> {
    const store = await BridgeStore.open(join(dataDir, 'store'));
    const outbox = await EventOutbox.open(store);
    const each = eventCount / jobs.length;
    for (let n = 0; n < each; n += 1) {
      const occurredAt = new Date(Date.now() - awayMs * (1 - n / each)).toISOString();
      const type = typeOf(n, each);
      for (const { slug, jobId, startToken } of jobs) {
        await outbox.append(slug, [{ type, job: { jobId, attempt: 1, startToken }, occurredAt, reason: null }]);
      }
    }
    expect(await outbox.pending()).toHaveLength(eventCount);
    await store.close();
    return store.session;
  }

  /** How many events of a session the database has heard of, all printers together. */
  async function heard(session: number): Promise<number> {
    const { rows } = await client.query<{ heard: number }>(
      `SELECT coalesce(sum(event_seq), 0)::int AS heard FROM printer WHERE event_session = $1`,
      [session],
    );
    return rows[0]?.heard ?? 0;
  }

  async function prints(jobs: readonly { jobId: string }[]): Promise<Record<string, number>> {
    const { rows } = await client.query<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM print_attempt WHERE print_job_id = ANY($1) GROUP BY status`,
      [jobs.map(({ jobId }) => jobId)],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  function startBridge(dataDir: string): TestProcess {
    return runProgram('dist/hardware-bridge/src/main.js', {
      MQTT_URL: gate.url,
      MQTT_USERNAME: bridgeAccount.username,
      MQTT_PASSWORD: bridgeAccount.password,
      HUB: 'test-hub',
      BRIDGE: 'bridge-1',
      DATA_DIR: dataDir,
      // Its printers are switched off: what they told before is all there is.
      PRINTERS: JSON.stringify([
        { slug: 'printer-9', adapter: 'virtual', model: 'Virtual One', faults: { disconnected: true } },
      ]),
    });
  }
});

/** What a print tells, from its start to its end. */
function typeOf(n: number, count: number): EventFact['type'] {
  if (n === 0) return 'print_started';
  if (n === count - 1) return 'print_completed';
  return n % 2 === 1 ? 'print_paused' : 'print_resumed';
}

async function startBroker(): Promise<TestBroker> {
  if (!mosquittoAvailable()) return startAedes();
  return startMosquitto({ accounts: [serverAccount, bridgeAccount], acl: accessList(serverAccount.username) });
}

/** Of each printer, what is missing of its numbers, and what came after a later one; the same one twice is neither. */
function inOrder(events: readonly PrinterEvent[]): { missing: number; overtaken: number } {
  const byJob = new Map<string | undefined, number[]>();
  for (const { job, seq } of events) byJob.set(job?.jobId, [...(byJob.get(job?.jobId) ?? []), seq]);
  let [missing, overtaken] = [0, 0];
  for (const numbers of byJob.values()) {
    missing += eventCount / slugs.length - new Set(numbers).size;
    overtaken += numbers.filter((seq, index) => seq < (numbers[index - 1] ?? 0)).length;
  }
  return { missing: missing + (slugs.length - byJob.size) * (eventCount / slugs.length), overtaken };
}

const hubSql = `
  WITH a AS (INSERT INTO account (id, email, display_name, locale)
    VALUES ('${randomUUID()}', 'backlog@example.org', 'Backlog', 'fi'))
  INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
  VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi}', '{}') RETURNING id`;

const printsSql = `
  WITH j AS (
    INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at,
      preferred_printer_id)
    SELECT r.hub_id, a.id, 'printing', 'part.gcode', repeat('a', 64), 1000, now(), now(), r.id
    FROM resource r JOIN printer p ON p.resource_id = r.id JOIN hub h ON h.id = r.hub_id, account a
    WHERE h.slug = 'test-hub' AND a.email = 'backlog@example.org'
    RETURNING id, preferred_printer_id),
  t AS (
    INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at)
    SELECT id, 1, preferred_printer_id, gen_random_uuid()::text, 'printing', now(), now() FROM j
    RETURNING id, print_job_id, printer_id, start_token),
  kept AS (
    INSERT INTO allocation (resource_id, during, kind, print_attempt_id)
    SELECT printer_id, tstzrange(now() - interval '1 hour', now() + interval '1 hour'), 'print', id FROM t)
  SELECT r.slug, t.print_job_id AS "jobId", t.start_token AS "startToken"
  FROM t JOIN resource r ON r.id = t.printer_id ORDER BY r.position`;
