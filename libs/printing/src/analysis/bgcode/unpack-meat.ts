const signal = 0xff;
const lineEnd = 10;
const space = 32;
const letterG = 71;
const letterE = 69;
const full = 0xf;
const spaceCode = 0xb;

const command = { packing: 251, plain: 250, reset: 249, withoutSpaces: 247, withSpaces: 246 } as const;

/** The fifteen commonest characters of G-code take half a byte; the sixteenth value announces a whole one. */
const packed = Buffer.from('0123456789. \nGX', 'latin1');

const isCapital = (byte: number) => byte >= 65 && byte <= 90;

/**
 * Unpacks MeatPack text: two characters a byte, the first in the lower half. Two 0xff and a third byte are a command.
 * @see https://github.com/scottmudge/OctoPrint-MeatPack
 */
export function unpackMeat(data: Buffer): Buffer {
  const unpacker = new Unpacker(data.length);
  let signals = 0;
  for (const byte of data) {
    if (byte === signal && signals < 2) {
      signals += 1;
      continue;
    }
    if (signals === 2) unpacker.obey(byte);
    else {
      if (signals === 1) unpacker.take(signal);
      unpacker.take(byte);
    }
    signals = 0;
  }
  return unpacker.text;
}

class Unpacker {
  private readonly out: Buffer;
  private length = 0;
  private isPacking = false;
  private omitsSpaces = false;
  /** Whole characters still to come, and what follows the first of them. */
  private wholeToCome = 0;
  private afterWhole: number | null = null;
  private inMove = false;

  constructor(packedBytes: number) {
    // Two characters a byte, each with a space in front at worst.
    this.out = Buffer.allocUnsafe(packedBytes * 4);
  }

  get text(): Buffer {
    return this.out.subarray(0, this.length);
  }

  obey(code: number): void {
    if (code === command.packing) this.isPacking = true;
    else if (code === command.plain || code === command.reset) this.isPacking = false;
    else if (code === command.withoutSpaces) this.omitsSpaces = true;
    else if (code === command.withSpaces) this.omitsSpaces = false;
  }

  take(byte: number): void {
    if (!this.isPacking) return this.write(byte);
    if (this.wholeToCome > 0) return this.takeWhole(byte);
    const first = byte & full;
    const second = byte >> 4;
    if (first === full) {
      this.wholeToCome = second === full ? 2 : 1;
      this.afterWhole = second === full ? null : this.characterOf(second);
      return;
    }
    this.write(this.characterOf(first));
    // A line of odd length is filled up: what stands behind its end means nothing.
    if (packed[first] === lineEnd) return;
    if (second === full) this.wholeToCome = 1;
    else this.write(this.characterOf(second));
  }

  private takeWhole(byte: number): void {
    this.wholeToCome -= 1;
    this.write(byte);
    if (this.afterWhole !== null) this.write(this.afterWhole);
    this.afterWhole = null;
  }

  private characterOf(code: number): number {
    return code === spaceCode && this.omitsSpaces ? letterE : (packed[code] ?? lineEnd);
  }

  /** Packing drops the spaces of `G1 X1 Y2`; with them people can read it, and any firmware. */
  private write(byte: number): void {
    const before = this.length === 0 ? lineEnd : (this.out[this.length - 1] ?? lineEnd);
    if (before === lineEnd) this.inMove = this.isPacking && byte === letterG;
    else if (this.inMove && isCapital(byte) && before !== space) this.out[this.length++] = space;
    this.out[this.length++] = byte;
  }
}
