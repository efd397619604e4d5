import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';

const abandonedAfterMs = 60 * 60_000;

export interface StoredFile {
  /** Hex; also the file's name in the store. */
  sha256: string;
  sizeBytes: number;
}

/** A stream brought more bytes than it may. */
export class FileTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.name = 'FileTooLargeError';
  }
}

/** Files on the local disk, named by their content: the same file twice is stored once. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly root: string;
  private readonly incoming: string;

  constructor(config: Config) {
    this.root = join(config.dataDir, 'files');
    this.incoming = join(this.root, 'incoming');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    for (const name of await readdir(this.incoming)) await this.removeIfAbandoned(join(this.incoming, name));
  }

  /**
   * Streams a file in; it is there whole, on the disk, when this resolves, or not at all.
   * @param source what is read
   * @param maxBytes most that is accepted
   * @throws FileTooLargeError
   */
  async put(source: Readable, maxBytes: number): Promise<StoredFile> {
    const temporary = join(this.incoming, randomUUID());
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
      await pipeline(source, measured, createWriteStream(temporary, { flush: true }));
      const sha256 = hash.digest('hex');
      await this.keep(temporary, sha256);
      return { sha256, sizeBytes };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** @returns where the file lies; it is only read there */
  path(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  /** @returns the file's bytes; the stream fails when it is not there */
  read(sha256: string): Readable {
    return createReadStream(this.path(sha256));
  }

  /** @returns the file's bytes; undefined when it is not there, as after a restore without the files */
  async open(sha256: string): Promise<Readable | undefined> {
    try {
      const handle = await open(this.path(sha256), 'r');
      return handle.createReadStream();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await access(this.path(sha256));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** Another replica may be writing to the same folder, so only what nobody has touched for long goes. */
  private async removeIfAbandoned(path: string): Promise<void> {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }

  /** A new name survives a power cut only when the folder that has it was synced. */
  private async keep(temporary: string, sha256: string): Promise<void> {
    const folder = join(this.root, sha256.slice(0, 2));
    const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
    await rename(temporary, this.path(sha256));
    await syncFolder(folder);
    if (isNew) await syncFolder(this.root);
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
