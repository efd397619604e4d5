import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsync } from 'mqtt';
import { cpuSeconds, peakMegabytes, residentMegabytes, runProgram, runScript } from './processes.mjs';
import { openPrintersOnNetwork } from './printers-on-network.mjs';
import { round } from './statistics.mjs';

const seconds = 60;
const startMs = 30_000;
/** Longer than the bench. */
const print = Buffer.from(`;TIME:3600\n${'G1 X1 Y1 E1\n'.repeat(5000)}`);

const root = 'dk/1/bench/bridge-1';
const server = { username: 'server', password: 'server-secret' };
const bridge = { username: 'bench/bridge-1', password: 'bridge-secret' };

/**
 * The built bridge: memory and processor while eight printers stand idle, and while all print. Once with virtual ones,
 * which the bridge itself plays, and once with two of every kind that it speaks to over the network.
 */
export default async function measureBridge(say) {
  const virtual = Array.from({ length: 8 }, (_, n) => ({
    slug: `printer-${n + 1}`,
    adapter: 'virtual',
    model: 'Virtual One',
  }));
  const result = { virtual: await measure({ printers: virtual, say: (line) => say(`virtual, ${line}`) }) };
  const { benches, close } = await openPrintersOnNetwork(2);
  const secrets = {};
  const printers = benches.map(({ options }, n) => onBridge({ ...options, slug: `${options.slug}-${n + 1}` }, secrets));
  const progress = progressOf(benches.map(({ machine }) => machine));
  try {
    const network = { printers, secrets, progress, say: (line) => say(`on the network, ${line}`) };
    return { ...result, network: await measure(network) };
  } finally {
    progress.stop();
    await close();
  }
}

async function measure({ printers, secrets = {}, progress, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  const broker = await runScript('embedded-broker.process.mjs', JSON.stringify(server), JSON.stringify(bridge));
  const files = await serve(print);
  const client = await connectAsync(broker.message, { ...server, clientId: 'server', protocolVersion: 4 });
  const states = await watchStates(client);
  const program = runBridge(broker.message, { folder, printers, secrets });
  try {
    await untilAll(states, printers.length, ['idle']);
    const idle = await use(program.pid);
    say(`idle for ${seconds} s: ${JSON.stringify(idle)}`);
    for (const { slug } of printers) await client.publishAsync(`${root}/p/${slug}/cmd`, startOf(files.url), { qos: 1 });
    await untilAll(states, printers.length, ['preparing', 'printing']);
    progress?.begin();
    const printing = await use(program.pid);
    say(`printing for ${seconds} s: ${JSON.stringify(printing)}`);
    return { printers: printers.length, idle, printing };
  } finally {
    await program.stop();
    await client.endAsync();
    await broker.stop();
    files.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Secrets are not written where printers are: the bridge is told which variable has them. */
function onBridge(printer, secrets) {
  const named = { ...printer };
  for (const key of ['apiKey', 'password', 'accessCode']) {
    if (printer[key] === undefined) continue;
    const name = `${printer.slug}_${key}`.toUpperCase().replaceAll('-', '_');
    secrets[name] = printer[key];
    named[key] = { env: name };
  }
  return named;
}

/** Printers that go on by a thousandth every second. */
function progressOf(machines) {
  let timer;
  let share = 0.01;
  return {
    begin: () => {
      void Promise.all(machines.map((machine) => machine.heatUp()));
      timer = setInterval(() => {
        share += 0.001;
        void Promise.all(machines.map((machine) => machine.printTo(share)));
      }, 1000);
    },
    stop: () => clearInterval(timer),
  };
}

function runBridge(url, { folder, printers, secrets }) {
  // As its image runs it.
  return runProgram(process.execPath, ['--optimize-for-size', 'dist/hardware-bridge/src/main.js'], {
    NODE_ENV: 'production',
    MQTT_URL: url,
    MQTT_USERNAME: bridge.username,
    MQTT_PASSWORD: bridge.password,
    HUB: 'bench',
    BRIDGE: 'bridge-1',
    DATA_DIR: folder,
    PRINTERS: JSON.stringify(printers),
    ...secrets,
  });
}

/** What a process takes from now on. */
async function use(pid) {
  const [cpu, startedAt] = [cpuSeconds(pid), performance.now()];
  await sleep(seconds * 1000);
  const share = (cpuSeconds(pid) - cpu) / ((performance.now() - startedAt) / 1000);
  return {
    cpuPercent: round(share * 100, 2),
    megabytes: round(residentMegabytes(pid), 0),
    peakMegabytes: round(peakMegabytes(pid), 0),
  };
}

/** What every printer was last seen as, or why it refused. */
async function watchStates(client) {
  const states = new Map();
  client.on('message', (topic, payload) => {
    const [kind, printer] = topic.split('/').toReversed();
    const { state, phase, code } = JSON.parse(payload);
    if (kind === 'status' || phase === 'rejected') states.set(printer, state ?? code);
  });
  await client.subscribeAsync([`${root}/p/+/status`, `${root}/p/+/ack`], { qos: 1 });
  return states;
}

async function untilAll(states, count, wanted) {
  const deadline = Date.now() + startMs;
  while ([...states.values()].filter((state) => wanted.includes(state)).length < count) {
    if (Date.now() > deadline) throw new Error(`the printers are ${JSON.stringify(Object.fromEntries(states))}`);
    await sleep(50);
  }
}

async function serve(content) {
  const files = createServer((_request, response) => response.end(content));
  await new Promise((resolve) => files.listen(0, '127.0.0.1', resolve));
  const { port } = files.address();
  return { url: `http://127.0.0.1:${port}/print`, close: () => files.close() };
}

function startOf(url) {
  return JSON.stringify({
    v: 1,
    id: randomUUID(),
    type: 'start',
    jobId: randomUUID(),
    attempt: 1,
    startToken: randomUUID(),
    expect: { state: null, session: null, jobId: null },
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    args: { url, sha256: createHash('sha256').update(print).digest('hex'), sizeBytes: print.length },
  });
}
