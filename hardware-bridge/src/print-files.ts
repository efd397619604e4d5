import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { RejectionCode } from '#libs/contracts';

export interface WantedFile {
  readonly url: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Why there is no file to print. */
export class FileFault extends Error {
  constructor(
    readonly code: Extract<RejectionCode, 'file_unavailable' | 'checksum_mismatch'>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const downloadMs = 15 * 60 * 1000;

/** Files to print, kept from their download until the print has ended. */
export class PrintFiles {
  constructor(private readonly folder: string) {}

  /** Removes what no print needs any more. */
  async open(needed: readonly string[]): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const left = (await readdir(this.folder)).filter((name) => !needed.includes(name));
    await Promise.all(left.map((name) => this.discard(name)));
  }

  /**
   * Streams a file to the disk and checks its size and sum.
   * @returns its path
   * @throws FileFault when it cannot be had or is not the one that was wanted
   */
  async download(wanted: WantedFile, name: string, stopped: AbortSignal): Promise<string> {
    const partial = join(this.folder, `${name}.part`);
    try {
      const sum = await this.fetchTo(partial, wanted, AbortSignal.any([stopped, AbortSignal.timeout(downloadMs)]));
      if (sum !== wanted.sha256.toLowerCase()) throw new FileFault('checksum_mismatch', `Its sha256 is ${sum}`);
      await rename(partial, join(this.folder, name));
      return join(this.folder, name);
    } catch (error) {
      await rm(partial, { force: true });
      if (error instanceof FileFault) throw error;
      throw new FileFault('file_unavailable', 'The file cannot be fetched', { cause: error });
    }
  }

  async discard(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  private async fetchTo(path: string, { url, sizeBytes }: WantedFile, signal: AbortSignal): Promise<string> {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) throw new FileFault('file_unavailable', `The answer is ${response.status}`);
    const hash = createHash('sha256');
    let bytes = 0;
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(
          bytes > sizeBytes ? new FileFault('checksum_mismatch', `It is longer than ${sizeBytes} bytes`) : null,
          chunk,
        );
      },
    });
    // Opened here and not by its stream: a stream that is broken off early may make its file later than it is removed.
    const file = await open(path, 'w');
    const content = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await pipeline(content, check, file.createWriteStream(), { signal });
    if (bytes !== sizeBytes) throw new FileFault('checksum_mismatch', `It has ${bytes} bytes, not ${sizeBytes}`);
    return hash.digest('hex');
  }
}
