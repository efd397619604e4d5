import { open, type FileHandle } from 'node:fs/promises';
import { RefusedFile } from './analysis-result.js';

const LF = 10;
const CR = 13;

/** Longest line a slicer writes is a start script of some 30 kB; a megabyte without a line end is not G-code. */
export const longestLineBytes = 1024 * 1024;

/**
 * One line of the file as `[start, end)` of a buffer that is reused: copy what must outlive the call.
 * @param line 1-based
 */
export type LineReader = (bytes: Buffer, start: number, end: number, line: number) => void;

/**
 * Reads a file line by line in memory that does not grow with it. LF, CRLF and lone CR end a line; an empty last
 * line is not reported.
 * @throws RefusedFile `print.corrupt_file` on a NUL byte or a line over `longestLineBytes`
 */
export async function readLines(path: string, onLine: LineReader): Promise<void> {
  const file = await open(path, 'r');
  try {
    await readFrom(file, new LineSplitter(onLine));
  } finally {
    await file.close();
  }
}

async function readFrom(file: FileHandle, splitter: LineSplitter): Promise<void> {
  const buffer = Buffer.allocUnsafe(longestLineBytes);
  let held = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, held, buffer.length - held, null);
    if (buffer.subarray(held, held + bytesRead).includes(0)) {
      throw new RefusedFile('print.corrupt_file', `zero byte near line ${splitter.line + 1}`);
    }
    const filled = held + bytesRead;
    const used = splitter.split(buffer, filled, bytesRead === 0);
    if (bytesRead === 0) return;
    if (used === 0 && filled === buffer.length) {
      throw new RefusedFile('print.corrupt_file', `line ${splitter.line + 1} is longer than ${longestLineBytes} bytes`);
    }
    buffer.copyWithin(0, used, filled);
    held = filled - used;
  }
}

class LineSplitter {
  line = 0;

  constructor(private readonly onLine: LineReader) {}

  /** Hands over every whole line of `[0, filled)`; returns the bytes used up. */
  split(bytes: Buffer, filled: number, isLast: boolean): number {
    let start = 0;
    for (let at = 0; at < filled; at++) {
      const byte = bytes[at];
      if (byte !== LF && byte !== CR) continue;
      // A CR at the very end may be half of a CRLF whose other half is still on disk.
      if (byte === CR && at === filled - 1 && !isLast) break;
      this.onLine(bytes, start, at, ++this.line);
      if (byte === CR && bytes[at + 1] === LF && at + 1 < filled) at++;
      start = at + 1;
    }
    if (isLast && start < filled) this.onLine(bytes, start, filled, ++this.line);
    return start;
  }
}
