import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Config } from '../config/config.js';
import { FileStore, FileTooLargeError } from './file-store.js';

let dataDir: string;
let store: FileStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-files-'));
  store = new FileStore({ dataDir } as Config);
  await store.onModuleInit();
});
afterEach(() => rm(dataDir, { recursive: true }));

const put = (text: string, maxBytes = 100) => store.put(Readable.from([Buffer.from(text)]), maxBytes);
const incoming = () => readdir(join(dataDir, 'files/incoming'));
const stored = async () =>
  (await readdir(join(dataDir, 'files'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));

describe('the file store', () => {
  it('names a file by its content and gives it back as it came', async () => {
    const file = await put('G28\n');
    const sha256 = createHash('sha256').update('G28\n').digest('hex');
    expect(file).toEqual({ sha256, sizeBytes: 4 });
    expect((await buffer(store.read(sha256))).toString()).toBe('G28\n');
    expect(await readFile(store.path(sha256), 'utf8')).toBe('G28\n');
  });

  it('keeps the same content once', async () => {
    await Promise.all([put('G28\n'), put('G28\n')]);
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
    const content = await store.open(sha256);
    expect([await store.has(sha256), content && (await buffer(content)).toString()]).toEqual([true, 'G28\n']);
    await store.delete(sha256);
    expect([await store.has(sha256), await store.open(sha256)]).toEqual([false, undefined]);
  });

  it('clears away what a crash left behind, but not what another replica may be writing', async () => {
    const folder = join(dataDir, 'files/incoming');
    await mkdir(folder, { recursive: true });
    for (const name of ['left-behind', 'being-written']) await writeFile(join(folder, name), 'half');
    const longAgo = new Date(Date.now() - 2 * 3600_000);
    await utimes(join(folder, 'left-behind'), longAgo, longAgo);
    await new FileStore({ dataDir } as Config).onModuleInit();
    expect(await incoming()).toEqual(['being-written']);
  });
});
