import pg from 'pg';
import { signIn, startBenchHub } from './bench-hub.mjs';
import { HttpClient } from './http-client.mjs';
import { perSecond, round } from './statistics.mjs';

const connections = 32;
const warmUps = 2000;
const bookings = 6000;
const resourceCount = 60;
const halfHourMs = 1_800_000;

/**
 * Residents who book over HTTP, each a slot of his or her own, against the same rows written by bare INSERTs with as
 * many connections on the same database. The bare run stands before and after, so that neither has the warmer cache.
 */
export default async function booking(say) {
  const hub = await startBenchHub({ resources: resourceCount });
  const client = new HttpClient(hub.url, connections);
  try {
    const people = await signIn(hub.database, hub.url, warmUps + bookings);
    const slots = slotsOf(hub.resources, warmUps + 3 * bookings);
    const wishes = people.map((person) => ({ person, slot: slots.pop() }));
    const book = ({ person, slot }) => bookOne(client, person, slot);
    await perSecond(wishes.slice(0, warmUps), connections, book);
    await hub.database.query('VACUUM ANALYZE');
    const before = await barePerSecond(hub, people, slots.splice(0, bookings));
    const http = await perSecond(wishes.slice(warmUps), connections, book);
    const after = await barePerSecond(hub, people, slots.splice(0, bookings));
    const limit = (before + after) / 2;
    say(`${bookings} bookings over HTTP on ${connections} connections: ${round(http)} a second`);
    say(`bare INSERT of booking and allocation: ${round(before)} a second before, ${round(after)} after`);
    return { perSecond: round(http), limitPerSecond: round(limit), ratio: round(http / limit, 3) };
  } finally {
    client.close();
    await hub.stop();
  }
}

async function bookOne(client, { cookie }, { slug, startsAt, endsAt }) {
  const body = { hub: 'bench', resource: slug, startsAt, endsAt };
  const { status, text } = await client.post('/api/v1/bookings', body, { cookie });
  if (status !== 201) throw new Error(`${status} ${text}`);
}

/** Half hours from tomorrow on; neighbours in the list are other resources, as among people who do not know each other. */
function slotsOf(resources, count) {
  const first = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  return Array.from({ length: count }, (_, n) => {
    const start = first + Math.floor(n / resources.length) * halfHourMs;
    const { id, slug } = resources[n % resources.length];
    const times = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + halfHourMs).toISOString() };
    return { id, slug, ...times };
  });
}

async function barePerSecond({ databaseUrl, hubId }, people, slots) {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await perSecond(slots, connections, async ({ id, startsAt, endsAt }, { index, worker }) => {
      const values = [hubId, people[index].accountId, startsAt, endsAt, id];
      await clients[worker].query({ name: 'bare', text: bareSql, values });
    });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const bareSql = `
  WITH made AS (
    INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
    VALUES ($1, $2, 'computer', 'confirmed', $3, $4, now(), now()) RETURNING id)
  INSERT INTO allocation (resource_id, during, kind, booking_id)
  SELECT $5, tstzrange($3, $4), 'booking', id FROM made`;
