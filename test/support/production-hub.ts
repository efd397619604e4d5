import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { accessList } from '#libs/mqtt';
import { mosquittoAvailable, startAedes, startMosquitto, type TestBroker } from './brokers.js';
import { createTestDatabase } from './database.js';
import { emptyRedis } from './empty-redis.js';
import { newFolder } from './hub.js';
import { freePort, runProgram, type TestProcess } from './process.js';
import type { ProfileHub } from './profiles.js';
import { untilSucceeds } from './until-succeeds.js';

const demoPrinters = ['printer-1', 'printer-2', 'printer-3'].map((slug) => ({
  slug,
  adapter: 'virtual',
  model: 'Virtual One',
}));

const accounts = {
  server: { username: 'server', password: 'server-secret' },
  bridge: { username: 'viitasaari/bridge-1', password: 'bridge-secret' },
};

export interface ProductionHub extends ProfileHub {
  readonly bridge: TestProcess;
  /** The broker, as the bridge may use it. */
  readonly bridgeAccess: { url: string; username: string; password: string };
  /** The bridge's own folder. */
  readonly bridgeDir: string;
  /** Kills the worker as a crash does. */
  killWorker(): Promise<void>;
  /** Starts it again; resolves when it is at work. */
  startWorker(): Promise<void>;
}

/**
 * The production profile: API, worker and bridge as processes of their own over PostgreSQL, a queue and a broker, each
 * with its own credentials. The broker is this hub's alone: another one's bridge has the same name.
 * @param redisUrl its content is forgotten; the queue is in PostgreSQL when left out
 */
export async function startProductionHub(redisUrl?: string): Promise<ProductionHub> {
  if (redisUrl !== undefined) await emptyRedis(redisUrl);
  const broker = await startBroker();
  const folder = await newFolder();
  const database = await createTestDatabase();
  const apiPort = await freePort();
  const url = `http://127.0.0.1:${apiPort}`;
  const server = {
    DEMO: 'true',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.url,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    MQTT_URL: broker.url,
    MQTT_USERNAME: accounts.server.username,
    MQTT_PASSWORD: accounts.server.password,
    FILE_BASE_URL: url,
    PUBLIC_URL: url,
    SECRET_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
  };
  await mkdir(server.DATA_DIR);
  const api = runProgram('dist/apps/api/src/main.js', { ...server, PORT: String(apiPort) });
  await ready(api, url);
  let worker = await runWorker(server);
  const bridgeDir = join(folder, 'bridge');
  const bridge = runBridge(broker.url, bridgeDir);
  return {
    url,
    bridge,
    bridgeAccess: { url: broker.url, ...accounts.bridge },
    bridgeDir,
    killWorker: () => end(worker, 'SIGKILL'),
    startWorker: async () => {
      worker = await runWorker(server);
    },
    remove: async () => {
      for (const process of [bridge, worker, api]) await end(process, 'SIGTERM');
      await broker.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runWorker(server: Record<string, string>): Promise<TestProcess> {
  const port = await freePort();
  const worker = runProgram('dist/apps/worker/src/main.js', { ...server, PORT: String(port) });
  await ready(worker, `http://127.0.0.1:${port}`);
  return worker;
}

/** Mosquitto where it is installed. */
async function startBroker(): Promise<TestBroker> {
  if (!mosquittoAvailable()) return startAedes();
  return startMosquitto({ accounts: Object.values(accounts), acl: accessList(accounts.server.username) });
}

function runBridge(mqttUrl: string, dataDir: string): TestProcess {
  return runProgram('dist/hardware-bridge/src/main.js', {
    MQTT_URL: mqttUrl,
    MQTT_USERNAME: accounts.bridge.username,
    MQTT_PASSWORD: accounts.bridge.password,
    HUB: 'viitasaari',
    BRIDGE: 'bridge-1',
    DATA_DIR: dataDir,
    PRINTERS: JSON.stringify(demoPrinters),
    VIRTUAL_PRINTER_SPEED: '120',
  });
}

async function end({ child, ended }: TestProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await ended;
}

function ready(process: TestProcess, url: string): Promise<void> {
  return untilSucceeds(async () => {
    if (process.child.exitCode !== null) throw new Error(`it ended: ${process.output()}`);
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200) throw new Error(`not ready: ${process.output()}`);
  }, 30_000);
}
