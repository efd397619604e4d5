import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connectAsync } from 'mqtt';
import { cpuSeconds, peakMegabytes, residentMegabytes, runProgram, runScript } from './processes.mjs';
import { round } from './statistics.mjs';

const printerCount = 8;
const seconds = 60;
const startMs = 30_000;
/** Longer than the bench. */
const print = Buffer.from(`;TIME:3600\n${'G1 X1 Y1 E1\n'.repeat(5000)}`);

const root = 'dk/1/bench/bridge-1';
const server = { username: 'server', password: 'server-secret' };
const bridge = { username: 'bench/bridge-1', password: 'bridge-secret' };
const slugs = Array.from({ length: printerCount }, (_, n) => `printer-${n + 1}`);

/** The built bridge, with eight virtual printers: memory and processor while they stand idle, and while all print. */
export default async function measureBridge(say) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  const broker = await runScript('embedded-broker.process.mjs', JSON.stringify(server), JSON.stringify(bridge));
  const files = await serve(print);
  const client = await connectAsync(broker.message, { ...server, clientId: 'server', protocolVersion: 4 });
  const states = await watchStates(client);
  const program = runBridge(broker.message, folder);
  try {
    await untilAll(states, ['idle']);
    const idle = await use(program.pid);
    say(`idle for ${seconds} s: ${JSON.stringify(idle)}`);
    for (const slug of slugs) await client.publishAsync(`${root}/p/${slug}/cmd`, startOf(files.url), { qos: 1 });
    await untilAll(states, ['preparing', 'printing']);
    const printing = await use(program.pid);
    say(`printing for ${seconds} s: ${JSON.stringify(printing)}`);
    return { printers: printerCount, idle, printing };
  } finally {
    await program.stop();
    await client.endAsync();
    await broker.stop();
    files.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function runBridge(url, folder) {
  // As its image runs it.
  return runProgram(process.execPath, ['--optimize-for-size', 'dist/hardware-bridge/src/main.js'], {
    NODE_ENV: 'production',
    MQTT_URL: url,
    MQTT_USERNAME: bridge.username,
    MQTT_PASSWORD: bridge.password,
    HUB: 'bench',
    BRIDGE: 'bridge-1',
    DATA_DIR: folder,
    PRINTERS: JSON.stringify(slugs.map((slug) => ({ slug, adapter: 'virtual', model: 'Virtual One' }))),
  });
}

/** What a process takes from now on. */
async function use(pid) {
  const [cpu, startedAt] = [cpuSeconds(pid), performance.now()];
  await setTimeout(seconds * 1000);
  const share = (cpuSeconds(pid) - cpu) / ((performance.now() - startedAt) / 1000);
  return {
    cpuPercent: round(share * 100, 2),
    megabytes: round(residentMegabytes(pid), 0),
    peakMegabytes: round(peakMegabytes(pid), 0),
  };
}

async function watchStates(client) {
  const states = new Map();
  client.on('message', (topic, payload) => states.set(topic, JSON.parse(payload).state));
  await client.subscribeAsync(`${root}/p/+/status`, { qos: 1 });
  return states;
}

async function untilAll(states, wanted) {
  const deadline = Date.now() + startMs;
  while ([...states.values()].filter((state) => wanted.includes(state)).length < printerCount) {
    if (Date.now() > deadline) throw new Error(`the printers are ${[...states.values()].join(', ')}`);
    await setTimeout(50);
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
