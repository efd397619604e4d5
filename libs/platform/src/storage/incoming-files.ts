import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLargeError, type StoredFile } from './file-store.js';

const abandonedAfterMs = 60 * 60_000;

/** A file that was received whole, and where it lies until it is put in its place. */
export interface ReceivedFile extends StoredFile {
  path: string;
}

/** A folder in which files are put together before the store has them. */
export class IncomingFiles {
  constructor(private readonly folder: string) {}

  /** Clears away what a crash left. Another replica may use the same folder, so only what nobody touched for long goes. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) await removeIfAbandoned(join(this.folder, name));
  }

  /**
   * Writes a stream to the disk and measures it on the way.
   * @param keep is called when all of it is on the disk; whatever it leaves in the folder is removed after it
   * @throws FileTooLargeError; what the stream throws, and what `keep` does
   */
  async receive<T>(source: Readable, maxBytes: number, keep: (file: ReceivedFile) => Promise<T>): Promise<T> {
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) throw new FileTooLargeError(maxBytes);
        hash.update(chunk);
        yield chunk;
      }
    }
    try {
      await pipeline(source, measured, createWriteStream(path, { flush: true }));
      return await keep({ path, sha256: hash.digest('hex'), sizeBytes });
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function removeIfAbandoned(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true });
}
