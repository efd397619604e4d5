import { AsyncLocalStorage } from 'node:async_hooks';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AvailabilityService, bookingEntities, BookingModule } from '#libs/booking';
import { Config, PlatformModule } from '#libs/platform';
import { signIn, startBenchHub } from './bench-hub.mjs';
import { percentile, round } from './statistics.mjs';

const resourceCount = 110;
const days = 7;
const bookingsPerDay = 10;
const requests = 200;
const warmUp = 20;
const dayMs = 24 * 3_600_000;

/** A week of a full hub: every resource, every free stretch, asked for by one visitor after the other. */
export default async function availability(say) {
  const hub = await startBenchHub({ resources: resourceCount });
  try {
    const from = new Date(Math.ceil(Date.now() / dayMs) * dayMs);
    await fill(hub, from);
    const range = { from: from.toISOString(), to: new Date(from.getTime() + days * dayMs).toISOString() };
    const query = `from=${range.from}&to=${range.to}`;
    const address = `${hub.url}/api/v1/hubs/bench/availability?${query}`;
    const times = [];
    for (let n = 0; n < warmUp + requests; n += 1) {
      const startedAt = performance.now();
      const response = await fetch(address);
      const text = await response.text();
      if (n >= warmUp) times.push(performance.now() - startedAt);
      const { items } = JSON.parse(text);
      if (items.length !== resourceCount) throw new Error(`the answer names ${items.length} resources`);
    }
    const result = {
      queries: await countQueries(hub.databaseUrl, range),
      p50Ms: round(percentile(times, 0.5)),
      p95Ms: round(percentile(times, 0.95)),
    };
    say(
      `${resourceCount} resources, ${days} days, ${bookingsPerDay} bookings a day each, ${requests} requests over HTTP`,
    );
    say(`${result.queries} queries, p50 ${result.p50Ms} ms, p95 ${result.p95Ms} ms`);
    return result;
  } finally {
    await hub.stop();
  }
}

/** Bookings of an hour, every other hour. */
async function fill({ database, hubId, resources, url }, from) {
  const [{ accountId }] = await signIn(database, url, 1);
  await database.query(
    `WITH wanted AS (
       SELECT uuidv7() AS id, r.id AS resource_id, $3::timestamptz + d * interval '1 day' + b * interval '2 hours' AS at
       FROM unnest($2::uuid[]) AS r(id), generate_series(0, $4::int - 1) AS d, generate_series(0, $5::int - 1) AS b),
     taken AS (
       INSERT INTO allocation (resource_id, during, kind, booking_id)
       SELECT resource_id, tstzrange(at, at + interval '1 hour'), 'booking', id FROM wanted)
     INSERT INTO booking (id, hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
     SELECT id, $1, $6, 'computer', 'confirmed', at, at + interval '1 hour', now(), now() FROM wanted`,
    [hubId, resources.map(({ id }) => id), from, days, bookingsPerDay, accountId],
  );
  await database.query('VACUUM ANALYZE');
}

/** What the answer costs the database, counted where the library sends it. */
async function countQueries(databaseUrl, range) {
  const env = { DATABASE_URL: databaseUrl, MQTT_URL: 'mqtt://127.0.0.1:1', SECRET_KEY: 'k'.repeat(32), DEMO: 'true' };
  class Root {}
  Module({ imports: [PlatformModule.forRoot(Config.parse(env), bookingEntities), BookingModule] })(Root);
  const context = await NestFactory.createApplicationContext(Root, { logger: ['error'] });
  try {
    const source = context.get(DataSource, { strict: false });
    // The relay looks for jobs on its own; its statements are not the answer's.
    const answering = new AsyncLocalStorage();
    let queries = 0;
    const silent = () => undefined;
    source.logger = {
      logQuery: () => (queries += answering.getStore() === true ? 1 : 0),
      logQueryError: silent,
      logQuerySlow: silent,
      logSchemaBuild: silent,
      logMigration: silent,
      log: silent,
    };
    const availabilities = context.get(AvailabilityService, { strict: false });
    await answering.run(true, () => availabilities.availability('bench', range, undefined));
    return queries;
  } finally {
    await context.close();
  }
}
