import { mkdir } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';

export type StoreWrite =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

const sessionKey = 'session';
const mebibyte = 1024 * 1024;

/**
 * What the bridge must not forget, in one LevelDB folder: every write is on the disk before it is confirmed, several
 * belong together or not at all, and a killed process leaves a folder that opens again.
 *
 * Keys begin with the name of their kind and `!`; no name of a hub, bridge or printer contains one.
 */
export class BridgeStore {
  private constructor(
    private readonly database: ClassicLevel<string, unknown>,
    /** Greater at every opening; counted from the clock, so that a bridge with an empty folder is not taken for an old one. */
    readonly session: number,
  ) {}

  /** @throws Error when the folder is in use by another bridge or cannot be written */
  static async open(folder: string): Promise<BridgeStore> {
    await mkdir(folder, { recursive: true });
    const options = { valueEncoding: 'json', cacheSize: mebibyte, writeBufferSize: mebibyte } as const;
    const database = new ClassicLevel<string, unknown>(folder, options);
    try {
      await database.open();
    } catch (error) {
      throw new Error(`The bridge's memory in ${folder} cannot be opened`, { cause: error });
    }
    const last = ((await database.get(sessionKey)) as number | undefined) ?? 0;
    const session = Math.max(last + 1, Math.floor(Date.now() / 1000));
    await database.put(sessionKey, session, { sync: true });
    return new BridgeStore(database, session);
  }

  /** @typeParam T what this key's kind holds; only this bridge wrote it */
  async get<T>(key: string): Promise<T | undefined> {
    return (await this.database.get(key)) as T | undefined;
  }

  /** Everything whose key begins so, in the order of the keys. */
  async entries<T>(prefix: string, limit = -1): Promise<[string, T][]> {
    const range = { gte: prefix, lt: `${prefix}\uffff`, limit };
    return (await this.database.iterator(range).all()) as [string, T][];
  }

  /** Writes all or nothing; resolves when it is on the disk. */
  async write(writes: readonly StoreWrite[]): Promise<void> {
    await this.database.batch([...writes], { sync: true });
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}
