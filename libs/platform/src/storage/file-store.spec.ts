import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, storageEnv, type S3Server } from '../../../../test/support/s3-server.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { FileLostError, FileTooLargeError, type FileStore, type ListedFile } from './file-store.js';
import { openFileStore } from './open-file-store.js';

const megabyte = 1024 * 1024;

let s3: S3Server;
let dataDir: string;
let store: FileStore;

beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.stop());

/** Each test has a place of its own in the bucket. */
let round = 0;
const bucketEnv = () => {
  const env = storageEnv(s3);
  return { ...env, STORAGE_URL: env.STORAGE_URL.replace('?', `/round-${(round += 1)}?`) };
};

describe.each([
  { kind: 'on the disk', incomingIn: 'files/incoming', env: () => ({}) },
  {
    kind: 'in a folder that is named',
    incomingIn: 'named/incoming',
    env: () => ({ STORAGE_URL: `file://${dataDir}/named` }),
  },
  { kind: 'in a bucket', incomingIn: 'incoming', env: bucketEnv },
])('a file store $kind', ({ incomingIn, env }) => {
  const open = (settings: Record<string, string>) =>
    openFileStore(testConfig({ DATABASE_URL: 'postgres://nowhere', DATA_DIR: dataDir, ...settings }));

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-files-'));
    store = await open(env());
    await store.onModuleInit();
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  const put = (text: string, maxBytes = 100) => store.put(Readable.from([Buffer.from(text)]), maxBytes);
  const read = async (sha256: string) => {
    const content = await store.open(sha256);
    return content && (await buffer(content)).toString();
  };
  const incoming = () => readdir(join(dataDir, incomingIn));
  const listed = (): Promise<ListedFile[]> => Readable.from(store.list()).toArray();
  const stored = () => listed().then((files) => files.map(({ sha256 }) => sha256));

  it('names a file by its content and gives it back as it came', async () => {
    const file = await put('G28\n');
    const sha256 = createHash('sha256').update('G28\n').digest('hex');
    expect(file).toEqual({ sha256, sizeBytes: 4 });
    expect(await read(sha256)).toBe('G28\n');
  });

  it('keeps the same content once', async () => {
    await Promise.all([put('G28\n'), put('G28\n')]);
    await put('G28\n');
    await put('G29\n');
    expect(await stored()).toHaveLength(2);
    expect(await incoming()).toEqual([]);
  });

  it('takes a file of exactly the limit, and nothing above it', async () => {
    await expect(put('12345', 5)).resolves.toMatchObject({ sizeBytes: 5 });
    await expect(put('123456', 5)).rejects.toThrow(FileTooLargeError);
    expect(await stored()).toHaveLength(1);
    expect(await incoming()).toEqual([]);
  });

  it('takes an empty file', async () => {
    const { sha256 } = await store.put(Readable.from([]), 100);
    expect(await read(sha256)).toBe('');
  });

  it('keeps nothing of a file whose sender went away', async () => {
    async function* broken() {
      yield Buffer.from('G28\n');
      throw new Error('the sender went away');
    }
    await expect(store.put(Readable.from(broken()), 100)).rejects.toThrow('the sender went away');
    expect(await stored()).toEqual([]);
    expect(await incoming()).toEqual([]);
  });

  it('forgets a deleted file, and does not mind when it was not there', async () => {
    const { sha256 } = await put('G28\n');
    await store.delete(sha256);
    await store.delete(sha256);
    expect(await stored()).toEqual([]);
  });

  it('opens what is there, and says of what is not that it is not', async () => {
    const { sha256 } = await put('G28\n');
    expect([await store.has(sha256), await read(sha256)]).toEqual([true, 'G28\n']);
    await store.delete(sha256);
    expect([await store.has(sha256), await store.open(sha256)]).toEqual([false, undefined]);
  });

  it('lends a file to whoever needs it on the disk, and says so when it is lost', async () => {
    const { sha256 } = await put('G28\n');
    expect(await store.borrow(sha256, (path) => readFile(path, 'utf8'))).toBe('G28\n');
    expect(await incoming()).toEqual([]);
    await store.delete(sha256);
    await expect(store.borrow(sha256, async () => 'read')).rejects.toThrow(FileLostError);
  });

  it('says since when it has each file', async () => {
    const before = Date.now() - 2000;
    const { sha256 } = await put('G28\n');
    const [file] = await listed();
    expect(file?.sha256).toBe(sha256);
    expect(file?.storedAt.getTime()).toBeGreaterThan(before);
  });

  it('takes and gives a large file in memory that does not grow with it', async () => {
    let most = 0;
    const look = () => (most = Math.max(most, process.memoryUsage().arrayBuffers));
    const before = process.memoryUsage().arrayBuffers;
    async function* large() {
      for (let at = 0; at < 128; at += 1, look()) yield Buffer.alloc(megabyte, at);
    }
    const { sha256, sizeBytes } = await store.put(Readable.from(large()), 200 * megabyte);
    let given = 0;
    for await (const chunk of (await store.open(sha256)) ?? []) {
      given += (chunk as Buffer).length;
      look();
    }
    expect([sizeBytes, given]).toEqual([128 * megabyte, 128 * megabyte]);
    expect(most - before).toBeLessThan(64 * megabyte);
  });

  it('clears away what a crash left behind, but not what another replica may be writing', async () => {
    const folder = join(dataDir, incomingIn);
    for (const name of ['left-behind', 'being-written']) await writeFile(join(folder, name), 'half');
    const longAgo = new Date(Date.now() - 2 * 3600_000);
    await utimes(join(folder, 'left-behind'), longAgo, longAgo);
    await (await open(env())).onModuleInit();
    expect(await incoming()).toEqual(['being-written']);
  });
});
