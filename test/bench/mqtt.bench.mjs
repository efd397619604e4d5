import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { connectAsync } from 'mqtt';
import { benchBrokers } from './bench-brokers.mjs';
import { startPrintingHub } from './printing-hub.mjs';
import { cpuSeconds, nextMessage, peakMegabytes, residentMegabytes, runScript } from './processes.mjs';
import { percentile, perSecond, round } from './statistics.mjs';

const printers = 500;
const messages = 20_000;
const warmUps = 2000;
/** Messages that the publisher leaves unacknowledged. */
const window = 200;
const steadySeconds = 60;
const clearingMs = 600_000;
const lookMs = 20;

const place = { hub: 'bench', bridge: 'bridge-1' };
const server = { username: 'server', password: 'server-secret' };
const bridge = { username: 'bench/bridge-1', password: 'bridge-secret' };

/**
 * What 500 printing printers say, on its way into PostgreSQL: as fast as it goes, beside a subscriber that only counts
 * the same messages; and one snapshot a second of each, with the time from its sending to its being in the table.
 */
export default async function mqtt(say) {
  const result = {};
  for (const { name, start } of benchBrokers) {
    const startBroker = () => start({ server, bridge });
    const broker = await startBroker();
    try {
      result[name] = await measure({ broker, startBroker }, (line) => say(`${name}: ${line}`));
    } finally {
      await broker.stop();
    }
  }
  return result;
}

async function measure({ broker, startBroker }, say) {
  const hub = await startPrintingHub({ printers, broker, server, place });
  const client = await connectBridge(broker);
  const bench = { broker, startBroker, hub, client, session: 0 };
  try {
    await ingest(bench, { ...kinds.events, count: warmUps });
    const events = await compare(bench, kinds.events, say);
    const snapshots = await compare(bench, kinds.snapshots, say);
    return { events, snapshots, steady: await steady(bench, say) };
  } finally {
    await client.endAsync();
    await hub.stop();
  }
}

const connectBridge = ({ bridgeUrl }) =>
  connectAsync(bridgeUrl, { ...bridge, clientId: 'bridge-bench-bridge-1', protocolVersion: 4 });

const kinds = {
  events: { name: 'events', topic: 'event', column: 'event', message: eventOf, count: messages },
  snapshots: { name: 'snapshots', topic: 'status', column: 'status', message: snapshotOf, count: messages },
};

async function compare(bench, kind, say) {
  const ingested = await ingest(bench, kind);
  const bare = await barely(bench, kind);
  const ratio = ingested.perSecond / bare;
  say(
    `${kind.count} ${kind.name}: ${round(ingested.perSecond, 0)} a second into PostgreSQL, ${round(bare, 0)} a second ` +
      `to a bare subscriber (${round(ratio, 3)}); worker ${round(ingested.cpuMicroseconds, 0)} µs of processor each`,
  );
  return { perSecond: round(ingested.perSecond, 0), limitPerSecond: round(bare, 0), ratio: round(ratio, 3) };
}

async function ingest(bench, kind) {
  const before = cpuSeconds(bench.hub.worker.pid);
  const startedAt = performance.now();
  await publishAll(bench, kind);
  await untilHeard(bench, kind);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMicroseconds = ((cpuSeconds(bench.hub.worker.pid) - before) / kind.count) * 1e6;
  return { perSecond: kind.count / seconds, cpuMicroseconds };
}

/** On a broker of its own: the hub's worker hears nothing of it, and holds nothing up. */
async function barely(bench, kind) {
  const broker = await bench.startBroker();
  const client = await connectBridge(broker);
  const filter = `dk/1/+/+/p/+/${kind.topic}`;
  const subscriber = await runScript('bare-subscriber.process.mjs', broker.serverUrl, JSON.stringify(server), filter);
  try {
    const heard = nextMessage(subscriber.child);
    subscriber.child.send(kind.count);
    const startedAt = performance.now();
    await publishAll({ ...bench, client }, kind);
    await heard;
    return kind.count / ((performance.now() - startedAt) / 1000);
  } finally {
    await subscriber.stop();
    await client.endAsync();
    await broker.stop();
  }
}

/** Of a new session, every printer's in order: one after the other of each, all printers in turn. */
async function publishAll(bench, { topic, message, count }) {
  bench.session += 1;
  const numbers = Array.from({ length: count }, (_, n) => n);
  await perSecond(numbers, window, (n) => {
    const print = bench.hub.prints[n % printers];
    return publish(bench, { topic, print, payload: message(bench, print, Math.floor(n / printers) + 1) });
  });
}

function publish({ client }, { topic, print, payload }) {
  const path = `dk/1/${place.hub}/${place.bridge}/p/${print.slug}/${topic}`;
  return client.publishAsync(path, JSON.stringify(payload), { qos: 1, retain: topic === 'status' });
}

/** Until the table tells the last number of every printer. */
async function untilHeard({ hub, session }, { column, count }) {
  const last = Math.floor(count / printers);
  const sql = `SELECT count(*)::int AS heard FROM printer WHERE ${column}_session = $1 AND ${column}_seq >= $2`;
  for (;;) {
    const { rows } = await hub.database.query(sql, [session, last]);
    if (rows[0].heard === printers) return;
    await setTimeout(lookMs);
  }
}

/** One snapshot a second of every printer, spread over the second as printers are. */
async function steady(bench, say) {
  const { hub, broker } = bench;
  bench.session += 1;
  const sent = new Map();
  const lags = [];
  const usage = { worker: cpuSeconds(hub.worker.pid), broker: cpuSeconds(broker.pid) };
  const startedAt = performance.now();
  const watching = watch(bench, sent, lags);
  for (let n = 0; n < printers * steadySeconds; n += 1) {
    const dueIn = startedAt + (n / printers) * 1000 - performance.now();
    if (dueIn > 1) await setTimeout(dueIn);
    const [print, seq] = [hub.prints[n % printers], Math.floor(n / printers) + 1];
    sent.set(`${print.slug}/${seq}`, performance.now());
    void publish(bench, { topic: 'status', print, payload: snapshotOf(bench, print, seq) });
  }
  await untilHeard(bench, { column: 'status', count: printers * steadySeconds });
  const seconds = (performance.now() - startedAt) / 1000;
  await watching;
  const result = {
    printers,
    seconds: steadySeconds,
    lagMs: { p50: round(percentile(lags, 0.5), 0), p99: round(percentile(lags, 0.99), 0) },
    cores: {
      worker: round((cpuSeconds(hub.worker.pid) - usage.worker) / seconds, 2),
      broker: round((cpuSeconds(broker.pid) - usage.broker) / seconds, 2),
    },
    megabytes: {
      worker: round(residentMegabytes(hub.worker.pid), 0),
      workerPeak: round(peakMegabytes(hub.worker.pid), 0),
    },
  };
  say(`${printers} snapshots a second for ${steadySeconds} s: ${JSON.stringify(result)}`);
  return result;
}

/** Looks again and again which numbers have arrived; a lag is at most as much too long as the time between two looks. */
async function watch({ hub, session }, sent, lags) {
  const sql =
    'SELECT r.slug, p.status_seq::int AS seq FROM printer p JOIN resource r ON r.id = p.resource_id WHERE p.status_session = $1';
  const heard = new Map();
  for (let left = printers * steadySeconds; left > 0;) {
    await setTimeout(lookMs);
    const { rows } = await hub.database.query({ name: 'watch', text: sql, values: [session] });
    const now = performance.now();
    for (const { slug, seq } of rows) {
      for (let n = (heard.get(slug) ?? 0) + 1; n <= seq; n += 1) {
        lags.push(now - sent.get(`${slug}/${n}`));
        left -= 1;
      }
      heard.set(slug, seq);
    }
  }
}

function eventOf({ session }, { jobId, attempt, startToken }, seq) {
  const at = new Date().toISOString();
  const type = seq % 2 === 1 ? 'print_paused' : 'print_resumed';
  const job = { jobId, attempt, startToken };
  return { v: 1, session, seq, ts: at, id: randomUUID(), type, job, occurredAt: at, reason: null };
}

function snapshotOf({ session, hub }, { jobId, attempt, startToken }, seq) {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const etaSeconds = Math.round((hub.until.getTime() - clearingMs - now) / 1000);
  const job = { jobId, attempt, startToken, progress: seq / 1000, etaSeconds, startedAt: at, outcome: null };
  return {
    v: 1,
    session,
    seq,
    ts: at,
    id: randomUUID(),
    state: 'printing',
    reason: null,
    job,
    localPrint: false,
    localRun: null,
    plate: 'awaiting_clear',
    observedAt: at,
  };
}
