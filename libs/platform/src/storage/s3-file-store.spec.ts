import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { startS3Server, storageEnv, type S3Server } from '../../../../test/support/s3-server.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { describeStartupFault } from '../config/startup-fault.js';
import type { Problem } from '../problem/problem.js';
import type { FileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';

let s3: S3Server;
let gate: TcpGate;
let dataDir: string;
let logged: string[];

beforeAll(async () => {
  s3 = await startS3Server();
  gate = await openGate(s3.endpoint);
});
afterAll(async () => {
  await gate.remove();
  await s3.stop();
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-s3-store-'));
  logged = [];
  const note = (message: unknown) => void logged.push(String(message));
  Logger.overrideLogger({ log: note, warn: note, error: note });
});
afterEach(() => rm(dataDir, { recursive: true }));

const open = (settings: Record<string, string> = {}) =>
  openFileStore(
    testConfig({ DATABASE_URL: 'postgres://nowhere', DATA_DIR: dataDir, ...storageEnv(s3, gate.url), ...settings }),
  );
const text = (content: string) => Readable.from([Buffer.from(content)]);
const listed = (store: FileStore): Promise<unknown[]> => Readable.from(store.list()).toArray();
const startFault = (settings: Record<string, string>) =>
  open(settings)
    .then((store) => store.onModuleInit())
    .then(() => 'it starts', describeStartupFault);

describe('a bucket that does not answer', () => {
  it('keeps nobody from starting, refuses for the time being, and is used again once it is back', async () => {
    gate.shut();
    const store = await open();
    await store.onModuleInit();
    const refusal = { code: 'service.unavailable', status: 503 };
    await expect(store.put(text('G28'), 100)).rejects.toMatchObject(refusal);
    await expect(store.open('a'.repeat(64))).rejects.toMatchObject(refusal);
    await expect(store.has('a'.repeat(64))).rejects.toMatchObject(refusal);
    await expect(listed(store)).rejects.toMatchObject(refusal);
    expect(await readdir(join(dataDir, 'incoming'))).toEqual([]);
    gate.reopen();
    const { sha256 } = await store.put(text('G28'), 100);
    expect(await store.has(sha256)).toBe(true);
  });

  it('in the middle of a file leaves nothing here, and is sent the whole of it the next time', async () => {
    const store = await open();
    await store.onModuleInit();
    const send = () => store.put(Readable.from([Buffer.alloc(64 * 1024 * 1024, 'G28\n')]), 100 * 1024 * 1024);
    const outcome = send().then(
      () => 'stored',
      (error: Problem) => error.code,
    );
    await gate.carried(1024 * 1024);
    gate.shut();
    expect(await outcome).toBe('service.unavailable');
    expect(await readdir(join(dataDir, 'incoming'))).toEqual([]);
    gate.reopen();
    const { sha256, sizeBytes } = await send();
    // What is lent is compared with its name.
    expect((await store.borrow(sha256, (path) => stat(path))).size).toBe(sizeBytes);
  });
});

describe('a bucket that does not let the hub in', () => {
  const secret = 'not-the-right-secret';

  it('is told in a sentence at the start, without the secret', async () => {
    const [sentence] = await startFault({ STORAGE_SECRET_ACCESS_KEY: secret });
    expect(sentence).toBe(
      'STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY do not open the bucket files: the store refuses them',
    );
    const [other] = await startFault({ STORAGE_ACCESS_KEY_ID: 'unknown' });
    expect(other).toBe(sentence);
  });

  it('is told apart from one that is not there', async () => {
    const elsewhere = storageEnv({ ...s3, bucket: 'elsewhere' }).STORAGE_URL;
    expect(await startFault({ STORAGE_URL: elsewhere })).toEqual([
      'STORAGE_URL names the bucket elsewhere, which is not there; make it first',
    ]);
  });

  it('refuses for the time being when its key is taken away later, and the log does not say the key', async () => {
    const store = await open({ STORAGE_SECRET_ACCESS_KEY: secret });
    await expect(store.has('a'.repeat(64))).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(logged.join()).toContain('403');
    expect(logged.join()).not.toContain(secret);
  });
});
