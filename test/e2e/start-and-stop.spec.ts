import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { newFolder, startHub } from '../support/hub.js';
import { runProgram } from '../support/process.js';
import { isAlive, processesOf, residentMegabytes } from '../support/process-tree.js';

const standalone = 'dist/apps/standalone/src/main.js';
const memoryLimitMegabytes = 500;

jest.setTimeout(120_000);

describe('the standalone hub', () => {
  it('starts, also on data that is there, holds little memory, and Ctrl-C leaves nothing', async () => {
    const first = await startHub();
    const pids = processesOf(first);
    const megabytes = residentMegabytes(pids);
    await first.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(first.main.child.exitCode).toBe(0);
    const second = await startHub({ dataDir: first.dataDir });
    await second.remove();
    process.stdout.write(`${Math.round(megabytes)} MB in ${pids.length} processes\n`);
    expect(megabytes).toBeLessThan(memoryLimitMegabytes);
  });

  it('names the address, the demo accounts and how to stop', async () => {
    const hub = await startHub();
    const text = hub.main.output();
    await hub.remove();
    expect(text).toContain(hub.url);
    for (const name of ['asukas', 'staff', 'admin']) expect(text).toContain(`${name}@digikeskus.example`);
    expect(text).toContain('Stop with Ctrl-C');
  });

  it('refuses a second hub on the same data and leaves the first one alone', async () => {
    const hub = await startHub();
    expect(await failedStart({ DATA_DIR: hub.dataDir, PORT: '0' })).toMatch(/^Another hub is already running/);
    const { status } = await fetch(`${hub.url}/health/ready`);
    await hub.remove();
    expect(status).toBe(200);
  });
});

describe('a start that cannot succeed ends with one plain sentence and exit code 1:', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const sentence = await failedStart({ DATA_DIR: folder, PORT: String(port) });
    server.close();
    expect(sentence).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another one.\n`);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  it('a data folder that cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const sentence = await failedStart({ DATA_DIR: join(file, 'data'), PORT: '0' });
    expect(sentence).toMatch(/^The data folder .* cannot be written \(ENOTDIR\)\. Set DATA_DIR\.\n$/);
  });

  it('a data folder on a file system that takes none', async () => {
    expect(await failedStart({ DATA_DIR: '/proc/digikeskus', PORT: '0' })).toMatch(/^The data folder .* cannot be/);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
    [{ MQTT_URL: 'localhost' }, 'MQTT_URL'],
    [{ DEMO: 'perhaps' }, 'DEMO'],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/hub' }, 'The database of DATABASE_URL'],
  ])('the setting %p', async (setting, beginning) => {
    const sentence = await failedStart({ DATA_DIR: folder, PORT: '0', ...setting });
    expect(sentence.startsWith(beginning)).toBe(true);
  });
});

/** @returns what it wrote: one line, and no stack trace */
async function failedStart(env: Record<string, string>): Promise<string> {
  const hub = runProgram(standalone, env);
  expect(await hub.ended).toBe(1);
  expect(hub.output().trimEnd().split('\n')).toHaveLength(1);
  return hub.output();
}
