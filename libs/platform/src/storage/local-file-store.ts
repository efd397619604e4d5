import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileLostError, FileStore, type ListedFile, type StoredFile } from './file-store.js';
import { IncomingFiles } from './incoming-files.js';
import { isFileName, placeOf } from './place-of.js';

/** Files on the local disk, or in a folder that all replicas share. */
export class LocalFileStore extends FileStore {
  private readonly incoming: IncomingFiles;

  /** @param root the folder; what is being received is in its `incoming`, so that a finished file only changes its name */
  constructor(private readonly root: string) {
    super();
    this.incoming = new IncomingFiles(join(root, 'incoming'));
  }

  override onModuleInit(): Promise<void> {
    return this.incoming.prepare();
  }

  override put(source: Readable, maxBytes: number): Promise<StoredFile> {
    return this.incoming.receive(source, maxBytes, async ({ path, sha256, sizeBytes }) => {
      await this.keep(path, sha256);
      return { sha256, sizeBytes };
    });
  }

  override async open(sha256: string): Promise<Readable | undefined> {
    try {
      const handle = await open(this.path(sha256), 'r');
      return handle.createReadStream();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  override async has(sha256: string): Promise<boolean> {
    try {
      await access(this.path(sha256));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  override async delete(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  override async borrow<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T> {
    if (!(await this.has(sha256))) throw new FileLostError(sha256);
    return use(this.path(sha256));
  }

  override async *list(): AsyncGenerator<ListedFile> {
    for (const folder of await readdir(this.root)) {
      if (folder.length !== 2) continue;
      for (const sha256 of (await readdir(join(this.root, folder))).filter(isFileName)) {
        const found = await stat(this.path(sha256)).catch(goneMeanwhile);
        if (found) yield { sha256, storedAt: found.mtime };
      }
    }
  }

  private path(sha256: string): string {
    return join(this.root, placeOf(sha256));
  }

  /** A new name survives a power cut only when the folder that has it was synced. */
  private async keep(received: string, sha256: string): Promise<void> {
    const folder = join(this.path(sha256), '..');
    const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
    await rename(received, this.path(sha256));
    await syncFolder(folder);
    if (isNew) await syncFolder(this.root);
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function goneMeanwhile(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
