import { Redis } from 'ioredis';
import pg from 'pg';
import type { PrintJob, Printer } from '#libs/contracts';
import { eventually } from '../support/eventually.js';
import { FaultCount } from '../support/fault-count.js';
import { PrintMachines } from '../support/print-machines.js';
import { startProductionHub, type ProductionHub } from '../support/production-hub.js';
import { redisServerAvailable, startRedis, type TestRedis } from '../support/redis-server.js';
import { Visitor } from '../support/visitor.js';

const cube = 'test/fixtures/cube-20mm.gcode';
const printers = ['printer-1', 'printer-2', 'printer-3'];
const running = 2;
const waiting = 20;
/** Two at a time, each a few seconds long and cleared when it has ended; a loaded machine takes its time. */
const allDoneMs = 480_000;

jest.setTimeout(600_000);

describe('a queue that forgets everything', () => {
  let redis: TestRedis | undefined;
  let hub: ProductionHub;
  let resident: Visitor;
  let staff: Visitor;

  beforeAll(async () => {
    if (redisServerAvailable()) redis = await startRedis();
    hub = await startProductionHub(redis?.url);
    resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
    staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
  });

  afterAll(async () => {
    await hub.remove();
    await redis?.stop();
  });

  it('loses no print: twenty that wait and two that run all end, each begun once', async () => {
    const ids = await aQueueOf(running + waiting);
    await eventually('two run and twenty wait', async () => (await countOf(['printing'])) === running, 60_000);
    expect(await countOf(['queued'])).toBe(waiting);
    await (redis === undefined ? truncateQueue(hub.databaseUrl) : flushAll(redis.url));
    await eventually('every print is done', async () => (await clearPlates()) === ids.length, allDoneMs);
    const machines = new PrintMachines(hub.bridgeDir);
    const count = new FaultCount();
    for (const id of ids) {
      const { body } = await resident.get<PrintJob>(`/print-jobs/${id}`);
      count.add({ status: body.status, starts: machines.startsOf(id, printers) });
    }
    count.report(
      `${redis === undefined ? 'queue in PostgreSQL emptied' : 'FLUSHALL'} with ${running} printing and ${waiting} queued`,
    );
    expect(count.result()).toEqual({ prints: 22, ended: { done: 22 }, starts: { 1: 22 } });
  });

  /** Sent and approved one after the other, the last of them before the first has ended. */
  async function aQueueOf(length: number): Promise<string[]> {
    const jobs = await Promise.all(Array.from({ length }, () => resident.upload(cube)));
    const ids = jobs.map(({ body }) => body.id);
    for (const id of ids) await resident.waitForJob(id, ['awaiting_review']);
    for (const id of ids) await staff.post(`/print-jobs/${id}/approve`);
    return ids;
  }

  async function countOf(states: readonly string[]): Promise<number> {
    const { body } = await resident.get<{ items: PrintJob[] }>('/print-jobs?mine=true');
    return body.items.filter(({ status }) => states.includes(status)).length;
  }

  /** Whoever is on shift takes off what has ended. @returns how many prints are done */
  async function clearPlates(): Promise<number> {
    const { body } = await staff.get<{ items: Printer[] }>('/hubs/viitasaari/printers');
    const full = body.items.filter(({ state }) => state === 'awaiting_clear');
    for (const { slug } of full) await staff.post(`/printers/${slug}/clear-plate`);
    return countOf(['done']);
  }
});

/** As an operator's slip does, or a disk that was lost. */
async function flushAll(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

/** The same where the queue is in PostgreSQL. */
async function truncateQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'TRUNCATE bullmq.job, bullmq.job_dependency, bullmq.scheduler, bullmq.event, bullmq.dedup CASCADE',
  );
  await client.end();
}
