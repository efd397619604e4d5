import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { createTestDatabase } from './database.js';
import { newFolder } from './hub.js';
import { freePort, runProgram, type TestProcess } from './process.js';
import type { ProfileHub } from './profiles.js';
import { untilSucceeds } from './until-succeeds.js';

const demoPrinters = ['printer-1', 'printer-2', 'printer-3'].map((slug) => ({
  slug,
  adapter: 'virtual',
  model: 'Virtual One',
}));

/** Where the queue and the broker are, and who may use the broker. */
export interface ProductionServices {
  /** The queue is in PostgreSQL when left out. */
  redisUrl?: string | undefined;
  mqttUrl: string;
  server: { username: string; password: string };
  bridge: { username: string; password: string };
}

export interface ProductionHub extends ProfileHub {
  readonly bridge: TestProcess;
  /** The bridge's own folder. */
  readonly bridgeDir: string;
  /** Kills the worker as a crash does. */
  killWorker(): Promise<void>;
  /** Starts it again; resolves when it is at work. */
  startWorker(): Promise<void>;
}

/**
 * The production profile: API, worker and bridge as processes of their own over PostgreSQL, a queue and a broker, each
 * with its own credentials.
 * @param services those that the `TEST_*` variables name when left out
 */
export async function startProductionHub(services = servicesOfEnvironment()): Promise<ProductionHub> {
  const folder = await newFolder();
  const database = await createTestDatabase();
  const apiPort = await freePort();
  const url = `http://127.0.0.1:${apiPort}`;
  const server = {
    DEMO: 'true',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.url,
    ...(services.redisUrl !== undefined && { REDIS_URL: services.redisUrl }),
    MQTT_URL: services.mqttUrl,
    MQTT_USERNAME: services.server.username,
    MQTT_PASSWORD: services.server.password,
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
  const bridge = runBridge(services, bridgeDir);
  return {
    url,
    bridge,
    bridgeDir,
    killWorker: () => end(worker, 'SIGKILL'),
    startWorker: async () => {
      worker = await runWorker(server);
    },
    remove: async () => {
      for (const process of [bridge, worker, api]) await end(process, 'SIGTERM');
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

function runBridge({ mqttUrl, bridge }: ProductionServices, dataDir: string): TestProcess {
  return runProgram('dist/hardware-bridge/src/main.js', {
    MQTT_URL: mqttUrl,
    MQTT_USERNAME: bridge.username,
    MQTT_PASSWORD: bridge.password,
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

function servicesOfEnvironment(): ProductionServices {
  return {
    redisUrl: setting('TEST_REDIS_URL'),
    mqttUrl: setting('TEST_MQTT_URL'),
    server: { username: setting('TEST_MQTT_USERNAME'), password: setting('TEST_MQTT_PASSWORD') },
    bridge: { username: setting('TEST_BRIDGE_USERNAME'), password: setting('TEST_BRIDGE_PASSWORD') },
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
