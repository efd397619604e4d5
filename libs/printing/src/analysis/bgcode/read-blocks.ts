import { open, type FileHandle } from 'node:fs/promises';
import { crc32, inflateSync } from 'node:zlib';
import { RefusedFile } from '../analysis-result.js';
import { unshrink } from './unshrink.js';

/** What a block of a binary G-code file holds. */
export const blockType = {
  fileMetadata: 0,
  gcode: 1,
  slicerMetadata: 2,
  printerMetadata: 3,
  printMetadata: 4,
  thumbnail: 5,
} as const;

export interface Block {
  readonly type: number;
  /** A picture's format, width and height; everything else's encoding. */
  readonly parameters: readonly number[];
  readonly data: Buffer;
}

const version = 1;
const headerBytes = 10;
const checksumBytes = 4;
const compression = { none: 0, deflate: 1, heatshrink11: 2, heatshrink12: 3 } as const;
/** Slicers write blocks of 64 kB, and pictures and settings of less than a megabyte. */
const mostBlockBytes = 4 * 1024 * 1024;

/**
 * Reads a binary G-code file block by block: one block is in memory at a time, and no more of it than a block may have.
 * @throws RefusedFile `print.corrupt_file` where a block is cut off, damaged, too large or of an unknown kind
 * @see https://github.com/prusa3d/libbgcode/blob/main/doc/specifications.md
 */
export async function* readBlocks(path: string): AsyncGenerator<Block> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const reader = new BlockReader(file, size);
    const header = await reader.take(headerBytes);
    const checksumType = header.readUInt16LE(8);
    if (header.readUInt32LE(4) !== version || checksumType > 1) broken('an unknown version of binary G-code');
    while (!reader.isAtEnd) yield await reader.takeBlock(checksumType === 1);
  } finally {
    await file.close();
  }
}

function broken(detail: string): never {
  throw new RefusedFile('print.corrupt_file', detail);
}

class BlockReader {
  private at = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.size;
  }

  /** @param length is compared with what is left before room is made for it */
  async take(length: number): Promise<Buffer> {
    if (length > this.size - this.at) broken(`the file ends in the middle of a block at byte ${this.at}`);
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, this.at);
    if (bytesRead < length) broken(`the file ends in the middle of a block at byte ${this.at + bytesRead}`);
    this.at += length;
    return bytes;
  }

  async takeBlock(hasChecksum: boolean): Promise<Block> {
    const startsAt = this.at;
    const head = await this.take(8);
    const [type, method, bytes] = [head.readUInt16LE(0), head.readUInt16LE(2), head.readUInt32LE(4)];
    if (type > blockType.thumbnail || method > compression.heatshrink12) broken(`an unknown block at byte ${startsAt}`);
    const sizeField = await this.take(method === compression.none ? 0 : 4);
    const packedBytes = sizeField.length === 0 ? bytes : sizeField.readUInt32LE(0);
    if (Math.max(bytes, packedBytes) > mostBlockBytes) broken(`the block at byte ${startsAt} is too large`);
    const parameters = await this.take(type === blockType.thumbnail ? 6 : 2);
    const packed = await this.take(packedBytes);
    if (hasChecksum) {
      const stated = (await this.take(checksumBytes)).readUInt32LE(0);
      const found = [head, sizeField, parameters, packed].reduce((sum, part) => crc32(part, sum), 0);
      if (stated !== found) broken(`the block at byte ${startsAt} is damaged: its checksum does not match`);
    }
    return { type, parameters: [...new Uint16Array(copyOf(parameters))], data: unpack(packed, method, bytes) };
  }
}

/** A typed array needs a start that a slice of a pooled buffer need not have. */
function copyOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function unpack(data: Buffer, method: number, bytes: number): Buffer {
  if (method === compression.none) return data;
  if (method === compression.deflate) return inflate(data, bytes);
  return unshrink(data, method === compression.heatshrink11 ? 11 : 12, bytes);
}

function inflate(data: Buffer, bytes: number): Buffer {
  try {
    const inflated = inflateSync(data, { maxOutputLength: Math.max(bytes, 1) });
    if (inflated.length === bytes) return inflated;
  } catch (error) {
    throw new RefusedFile('print.corrupt_file', 'a block does not unpack', { cause: error });
  }
  return broken('a block unpacks to another length than it says');
}
