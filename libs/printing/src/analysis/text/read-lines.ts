import { RefusedFile } from '../analysis-result.js';

const LF = 10;
const CR = 13;

/** Longest line a slicer writes is a start script of some 30 kB; a megabyte without a line end is not G-code. */
export const longestLineBytes = 1024 * 1024;

/**
 * One line of the text as `[start, end)` of a buffer that is reused: copy what must outlive the call.
 * @param line 1-based
 */
export type LineReader = (bytes: Buffer, start: number, end: number, line: number) => void;

/**
 * Reads a line without being told where it ends.
 * @returns where it ends, at its LF or CR; -1 leaves the line to the ordinary reader
 */
export type QuickLineReader = (bytes: Buffer, start: number, line: number) => number;

const neverQuick: QuickLineReader = () => -1;

/**
 * Cuts a text into lines in memory that does not grow with it. LF, CRLF and lone CR end a line; an empty last line is
 * not reported.
 * @param pieces each is used up before the next is asked for
 * @throws RefusedFile `print.corrupt_file` on a NUL byte or a line over `longestLineBytes`
 */
export async function readLines(
  pieces: AsyncIterable<Buffer>,
  onLine: LineReader,
  onQuickLine: QuickLineReader = neverQuick,
): Promise<void> {
  const splitter = new LineSplitter(onLine, onQuickLine);
  for await (const piece of pieces) splitter.split(piece);
  splitter.end();
}

class LineSplitter {
  private line = 0;
  /** The beginning of a line whose end is in a later piece. */
  private readonly held = Buffer.allocUnsafe(longestLineBytes + 1);
  private heldBytes = 0;
  /** The last byte was a CR, and an LF would belong to it. */
  private afterCr = false;

  constructor(
    private readonly onLine: LineReader,
    private readonly onQuickLine: QuickLineReader,
  ) {}

  split(bytes: Buffer): void {
    if (bytes.includes(0)) throw new RefusedFile('print.corrupt_file', `zero byte near line ${this.line + 1}`);
    let start = this.afterCr && bytes[0] === LF ? 1 : 0;
    if (bytes.length > 0) this.afterCr = bytes[bytes.length - 1] === CR;
    if (this.heldBytes > 0) start = this.finishHeld(bytes, start);
    const lastEnd = lastLineEnd(bytes);
    while (start <= lastEnd) {
      let end = this.onQuickLine(bytes, start, this.line + 1);
      if (end < 0) {
        end = lineEndAfter(bytes, start);
        this.onLine(bytes, start, end, this.line + 1);
      }
      this.line += 1;
      start = end + (bytes[end] === CR && end < lastEnd && bytes[end + 1] === LF ? 2 : 1);
    }
    this.hold(bytes, start, bytes.length);
  }

  end(): void {
    if (this.heldBytes > 0) this.onLine(this.held, 0, this.heldBytes, ++this.line);
  }

  /** Hands over the line that began in an earlier piece; returns where the next one starts. */
  private finishHeld(bytes: Buffer, start: number): number {
    const at = lineEndAfter(bytes, start);
    this.hold(bytes, start, at);
    if (at === bytes.length) return at;
    this.onLine(this.held, 0, this.heldBytes, ++this.line);
    this.heldBytes = 0;
    return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
  }

  private hold(bytes: Buffer, start: number, end: number): void {
    if (this.heldBytes + end - start > longestLineBytes) {
      throw new RefusedFile('print.corrupt_file', `line ${this.line + 1} is longer than ${longestLineBytes} bytes`);
    }
    bytes.copy(this.held, this.heldBytes, start, end);
    this.heldBytes += end - start;
    // Readers look one byte further, and must not find what an earlier line left there.
    this.held[this.heldBytes] = LF;
  }
}

/** Reading never goes beyond it, which spares the reader to ask at every byte. */
const lastLineEnd = (bytes: Buffer) => Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR));

function lineEndAfter(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}
