import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import pg from 'pg';
import { liveTopics, type LiveEvent } from '#libs/contracts';
import { backends } from '../../../../test/support/backends.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { eventually } from '../../../../test/support/eventually.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { everyHub, liveChannel, type LiveBus } from './live-bus.js';
import { openLiveBus } from './open-live-bus.js';

// The channel is the same in every database of a Redis server, so each test listens to a hub of its own.
let hubCount = 0;
const aHub = () => `live-bus-${process.pid}-${(hubCount += 1)}`;

describe.each(backends())('the live bus over $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let gate: TcpGate;
  let here: LiveBus;
  let there: LiveBus;
  let heardHere: LiveEvent[];
  let heardThere: LiveEvent[];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
    gate = await openGate(redisUrl ?? database.url);
    const gated = redisUrl === undefined ? { DATABASE_URL: gate.url } : { REDIS_URL: gate.url };
    here = openLiveBus(testConfig({ DATABASE_URL: database.url, REDIS_URL: redisUrl }));
    there = openLiveBus(testConfig({ DATABASE_URL: database.url, REDIS_URL: redisUrl, ...gated }));
    here.subscribe((event) => heardHere.push(event));
    there.subscribe((event) => heardThere.push(event));
    await Promise.all([here.start(), there.start()]);
  });

  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()]);
    await gate.remove();
    await database.drop();
  });

  beforeEach(() => {
    heardHere = [];
    heardThere = [];
  });

  /** Events travel in order, so when the last one is there, all are. */
  const settle = async () => {
    const last: LiveEvent = { topic: 'board', hub: aHub() };
    here.publish([last]);
    await eventually('the last event', () => has(heardHere, last.hub) && has(heardThere, last.hub));
  };

  it('tells every process of an event once, the sender included', async () => {
    const hub = aHub();
    here.publish([
      { topic: 'board', hub },
      { topic: 'queue', hub },
    ]);
    await settle();
    const expected = [
      { topic: 'board', hub },
      { topic: 'queue', hub },
    ];
    expect(heardHere.filter((event) => event.hub === hub)).toEqual(expected);
    expect(heardThere.filter((event) => event.hub === hub)).toEqual(expected);
  });

  it('tells every process that jobs wait, and not as an event', async () => {
    const told: string[] = [];
    const stops = [here.onJobs(() => told.push('here')), there.onJobs(() => told.push('there'))];
    here.announceJobs();
    await settle();
    for (const stop of stops) stop();
    here.announceJobs();
    await settle();
    expect(told.sort()).toEqual(['here', 'there']);
    expect(heardThere).toHaveLength(2);
  });

  it('tells nobody who has stopped listening', async () => {
    const heard: LiveEvent[] = [];
    there.subscribe((event) => heard.push(event))();
    await settle();
    expect(heard).toEqual([]);
  });

  it('passes over what is no event', async () => {
    for (const noise of ['{', 'null', '{"topic":"gossip","hub":"x"}']) await publishRaw(noise);
    await settle();
    expect(heardThere).toHaveLength(1);
  });

  it('says that everything changed once a broken connection is back, and carries on', async () => {
    await cut();
    await eventually('everything changed', () => heardThere.some((event) => event.hub === everyHub));
    const topics = heardThere.filter((event) => event.hub === everyHub).map((event) => event.topic);
    expect(topics).toEqual(liveTopics);
    heardThere = [];
    await settle();
    expect(heardThere).toHaveLength(1);
  });

  it('tells the screens of its own process even while nobody else can be reached', async () => {
    gate.shut();
    try {
      const hub = aHub();
      await eventually('the event', () => {
        there.publish([{ topic: 'board', hub }]);
        return has(heardThere, hub);
      });
    } finally {
      gate.reopen();
    }
    await eventually('everything changed', () => heardThere.some((event) => event.hub === everyHub));
    expect(heardHere).toEqual([]);
  });

  async function cut(): Promise<void> {
    if (redisUrl !== undefined) {
      gate.shut();
      gate.reopen();
      return;
    }
    const closed = await onDatabase(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'digikeskus live'`,
    );
    expect(closed).toBe(2);
  }

  async function publishRaw(message: string): Promise<void> {
    if (redisUrl === undefined) {
      await onDatabase('SELECT pg_notify($1, $2)', [liveChannel, message]);
      return;
    }
    const redis = new Redis(redisUrl);
    await redis.publish(liveChannel, message);
    redis.disconnect();
  }

  async function onDatabase(sql: string, parameters: unknown[] = []): Promise<number | null> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rowCount;
    } finally {
      await client.end();
    }
  }
});

function has(heard: readonly LiveEvent[], hub: string): boolean {
  return heard.some((event) => event.hub === hub);
}
