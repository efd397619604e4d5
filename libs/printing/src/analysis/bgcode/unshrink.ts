import { RefusedFile } from '../analysis-result.js';

const lengthBits = 4;

/**
 * Unpacks heatshrink data: a bit stream, most significant bit first, of letters (1, then eight bits) and of repetitions
 * (0, then how far back and how long, each less one).
 * @param windowBits how far back a repetition may reach: 11 or 12
 * @param bytes length of the result
 * @throws RefusedFile when the data end earlier
 * @see https://github.com/atomicobject/heatshrink
 */
export function unshrink(data: Buffer, windowBits: number, bytes: number): Buffer {
  const bits = new BitReader(data);
  const unpacked = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    if (bits.read(1) === 1) {
      unpacked[filled++] = bits.read(8);
      continue;
    }
    const back = bits.read(windowBits) + 1;
    const end = Math.min(filled + bits.read(lengthBits) + 1, bytes);
    // What lies before the beginning counts as zeros, and that is what the buffer is filled with.
    for (; filled < end; filled++) unpacked[filled] = unpacked[filled - back] ?? 0;
  }
  return unpacked;
}

class BitReader {
  private at = 0;
  private held = 0;
  private heldBits = 0;

  constructor(private readonly data: Buffer) {}

  /** @param count 12 at most, so that what is held fits an integer */
  read(count: number): number {
    while (this.heldBits < count) {
      const byte = this.data[this.at++];
      if (byte === undefined) throw new RefusedFile('print.corrupt_file', 'a block ends in the middle');
      this.held = ((this.held << 8) | byte) & 0xfffff;
      this.heldBits += 8;
    }
    this.heldBits -= count;
    return (this.held >>> this.heldBits) & ((1 << count) - 1);
  }
}
