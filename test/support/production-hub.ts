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

/**
 * The production profile: API, worker and bridge as processes of their own over PostgreSQL, Redis and Mosquitto, each
 * with its own credentials; the services are named by the `TEST_*` variables.
 */
export async function startProductionHub(): Promise<ProfileHub> {
  const folder = await newFolder();
  const database = await createTestDatabase();
  const apiPort = await freePort();
  const workerPort = await freePort();
  const url = `http://127.0.0.1:${apiPort}`;
  const server = {
    DEMO: 'true',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.url,
    REDIS_URL: setting('TEST_REDIS_URL'),
    MQTT_URL: setting('TEST_MQTT_URL'),
    MQTT_USERNAME: setting('TEST_MQTT_USERNAME'),
    MQTT_PASSWORD: setting('TEST_MQTT_PASSWORD'),
    FILE_BASE_URL: url,
    PUBLIC_URL: url,
    SECRET_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
  };
  await mkdir(server.DATA_DIR);
  const api = runProgram('dist/apps/api/src/main.js', { ...server, PORT: String(apiPort) });
  await ready(api, url);
  const worker = runProgram('dist/apps/worker/src/main.js', { ...server, PORT: String(workerPort) });
  await ready(worker, `http://127.0.0.1:${workerPort}`);
  const bridge = runProgram('dist/hardware-bridge/src/main.js', {
    MQTT_URL: server.MQTT_URL,
    MQTT_USERNAME: setting('TEST_BRIDGE_USERNAME'),
    MQTT_PASSWORD: setting('TEST_BRIDGE_PASSWORD'),
    HUB: 'viitasaari',
    BRIDGE: 'bridge-1',
    DATA_DIR: join(folder, 'bridge'),
    PRINTERS: JSON.stringify(demoPrinters),
    VIRTUAL_PRINTER_SPEED: '120',
  });
  const remove = async (): Promise<void> => {
    for (const process of [bridge, worker, api]) {
      process.child.kill('SIGTERM');
      await process.ended;
    }
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, remove };
}

function ready(process: TestProcess, url: string): Promise<void> {
  return untilSucceeds(async () => {
    if (process.child.exitCode !== null) throw new Error(`it ended: ${process.output()}`);
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200) throw new Error(`not ready: ${process.output()}`);
  }, 30_000);
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
