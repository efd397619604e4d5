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

/** Who comes to the broker of such a hub. */
export const accounts = {
  server: { username: 'server', password: 'server-secret' },
  bridge: { username: 'viitasaari/bridge-1', password: 'bridge-secret' },
};

/** The hub's own programs. */
export type Program = 'api' | 'worker' | 'bridge';

export interface ProductionHub extends ProfileHub {
  /** The broker, as the bridge may use it. */
  readonly bridgeAccess: { url: string; username: string; password: string };
  /** The bridge's own folder. */
  readonly bridgeDir: string;
  readonly databaseUrl: string;
  /** Kills a program as a crash does. */
  kill(program: Program): Promise<void>;
  /** Starts it again; resolves when it is at work, or, for the bridge, at once. */
  start(program: Program): Promise<void>;
  /** Ends the broker and starts one in its place that knows nothing of what was before. */
  restartBroker(): Promise<void>;
  /** Has the bridge stand still, deaf and mute, or go on. */
  signalBridge(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/** What a test puts between the parts of a hub, or in the place of some. */
export interface HubChanges {
  /** The line from the bridge to the broker. @returns where the bridge finds the broker */
  readonly lineTo?: (brokerUrl: string) => Promise<string>;
  /** The bridge's printers; the demo's, all virtual, when left out. */
  readonly printers?: readonly object[];
  readonly startBroker?: (port?: number) => Promise<TestBroker>;
}

/**
 * The production profile: API, worker and bridge as processes of their own over PostgreSQL, a queue and a broker, each
 * with its own credentials. The broker is this hub's alone: another one's bridge has the same name.
 * @param redisUrl its content is forgotten; the queue is in PostgreSQL when left out
 */
export async function startProductionHub(redisUrl?: string, changes: HubChanges = {}): Promise<ProductionHub> {
  const { startBroker = startUsualBroker, lineTo = async (brokerUrl) => brokerUrl, printers = demoPrinters } = changes;
  if (redisUrl !== undefined) await emptyRedis(redisUrl);
  let broker = await startBroker();
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
  const bridgeDir = join(folder, 'bridge');
  const bridgeSettings = {
    MQTT_URL: await lineTo(broker.url),
    DATA_DIR: bridgeDir,
    PRINTERS: JSON.stringify(printers),
  };
  const starters: Record<Program, () => Promise<TestProcess>> = {
    api: () => runServer('dist/apps/api/src/main.js', { ...server, PORT: String(apiPort) }),
    worker: async () => runServer('dist/apps/worker/src/main.js', { ...server, PORT: String(await freePort()) }),
    bridge: async () => runBridge(bridgeSettings),
  };
  const api = await starters.api();
  const running = { api, worker: await starters.worker(), bridge: await starters.bridge() };
  return {
    url,
    bridgeAccess: { url: broker.url, ...accounts.bridge },
    bridgeDir,
    databaseUrl: database.url,
    kill: (program) => end(running[program], 'SIGKILL'),
    start: async (program) => {
      running[program] = await starters[program]();
    },
    restartBroker: async () => {
      await broker.stop();
      broker = await startBroker(broker.port);
    },
    signalBridge: (signal) => void running.bridge.child.kill(signal),
    remove: async () => {
      for (const program of ['bridge', 'worker', 'api'] as const) await end(running[program], 'SIGTERM');
      await broker.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runServer(program: string, env: Record<string, string> & { PORT: string }): Promise<TestProcess> {
  const started = runProgram(program, env);
  await ready(started, `http://127.0.0.1:${env.PORT}`);
  return started;
}

/** Mosquitto where it is installed. */
async function startUsualBroker(port?: number): Promise<TestBroker> {
  return mosquittoAvailable() ? startHubMosquitto(port) : startAedes(port);
}

/** The real Mosquitto under the access list and with the accounts of such a hub. */
export async function startHubMosquitto(port?: number): Promise<TestBroker> {
  const acl = accessList(accounts.server.username, [accounts.bridge.username]);
  return startMosquitto({ accounts: Object.values(accounts), acl }, port);
}

function runBridge(settings: Record<string, string>): TestProcess {
  return runProgram('dist/hardware-bridge/src/main.js', {
    ...settings,
    MQTT_USERNAME: accounts.bridge.username,
    MQTT_PASSWORD: accounts.bridge.password,
    HUB: 'viitasaari',
    BRIDGE: 'bridge-1',
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
