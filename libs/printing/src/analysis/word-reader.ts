/** A coordinate beyond this is nonsense in millimetres; capping keeps every sum finite. */
const largestNumber = 1e9;
const smallestFraction = 1e9;
/** A double holds so many digits exactly. */
const mostQuickDigits = 15;
const powersOfTen = Float64Array.from({ length: 10 }, (_, power) => 10 ** power);

const lineEnd = 10;
const letterCount = 26;

const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const isSign = (byte: number | undefined) => byte === 45 || byte === 43;
const isBlank = (byte: number) => byte === 32 || byte === 9;

/** 0–25 for a letter of either case, otherwise -1. */
export const letterIndex = (byte: number): number => {
  const index = (byte | 32) - 97;
  return index >= 0 && index < letterCount ? index : -1;
};

export const letter = {
  e: 4,
  f: 5,
  g: 6,
  i: 8,
  j: 9,
  m: 12,
  n: 13,
  p: 15,
  r: 17,
  s: 18,
  t: 19,
  x: 23,
  y: 24,
  z: 25,
} as const;

/**
 * The parameters of one command, `X12.5 Y-3 E.08`, read from bytes without making strings: this loop sees every
 * byte of files of hundreds of megabytes. One reader is reused for all lines.
 */
export class WordReader {
  /** Where reading stopped: end of line, comment, or the next command on the same line. */
  at = 0;
  private seen = 0;
  private bare = 0;
  private readonly values = new Float64Array(letterCount);

  has(index: number): boolean {
    return (this.seen & (1 << index)) !== 0;
  }

  /** 0 when the parameter is missing or has no number. */
  get(index: number): number {
    return this.has(index) ? (this.values[index] ?? 0) : 0;
  }

  /** Whether a letter stood there without a number behind it. */
  get hasBareLetter(): boolean {
    return this.bare !== 0;
  }

  clear(): void {
    this.seen = this.bare = 0;
  }

  /** Reads parameters from `at` up to `end`, a comment, a checksum or a second command. */
  read(bytes: Buffer, from: number, end: number): void {
    this.seen = this.bare = 0;
    let at = from;
    while (at < end) {
      const byte = bytes[at] ?? lineEnd;
      if (byte === 59 || byte === 40 || byte === 42) break; // ; ( *
      const index = letterIndex(byte);
      if (index < 0) {
        at = byte === 34 ? afterQuote(bytes, at, end) : at + 1;
        continue;
      }
      if ((index === letter.g || index === letter.m) && startsCommand(bytes, at)) {
        this.at = at;
        return;
      }
      this.values[index] = this.readNumber(bytes, at + 1, end);
      this.seen |= 1 << index;
      // The sign alone is no number either.
      if (this.at - at <= (isSign(bytes[at + 1]) ? 2 : 1)) this.bare |= 1 << index;
      at = this.at;
    }
    this.at = end;
  }

  /**
   * Reads a line of nothing but coordinates and speed, `X12.5 Y-3 E.08 F1800`, up to its end: what nearly all lines
   * of a print are, in one go over their bytes.
   * @returns where the line ends, or -1 when it holds anything else or does not end in these bytes
   */
  readPlain(bytes: Buffer, from: number): number {
    let at = from;
    this.seen = this.bare = 0;
    for (;;) {
      const index = (bytes[at++] ?? lineEnd) - 65;
      if (index !== letter.x && index !== letter.y && index !== letter.e && index !== letter.z && index !== letter.f)
        return -1;
      let byte = bytes[at] ?? 0;
      const isNegative = byte === 45;
      if (isNegative) byte = bytes[++at] ?? 0;
      const numberAt = at;
      let pointAt = -1;
      let digits = 0;
      for (; ; byte = bytes[++at] ?? 0) {
        if (byte >= 48 && byte <= 57) digits = digits * 10 + byte - 48;
        else if (byte === 46 && pointAt < 0) pointAt = at;
        else break;
      }
      // Longer numbers are left to the ordinary reader.
      const scale = pointAt < 0 ? 1 : powersOfTen[at - pointAt - 1];
      if (at === numberAt || at - numberAt > mostQuickDigits || scale === undefined) return -1;
      const value = Math.min(digits / scale, largestNumber);
      this.values[index] = isNegative ? -value : value;
      this.seen |= 1 << index;
      if (byte === 32) at++;
      else return byte === 10 || byte === 13 ? at : -1;
    }
  }

  /** A decimal number at `from`; 0 when there is none. Leaves `at` behind it. */
  readNumber(bytes: Buffer, from: number, end: number): number {
    let at = from;
    const sign = bytes[at];
    if (sign === 45 || sign === 43) at++;
    let value = 0;
    let scale = 1;
    let byte = at < end ? (bytes[at] ?? lineEnd) : lineEnd;
    while (isDigit(byte)) {
      value = value * 10 + byte - 48;
      byte = ++at < end ? (bytes[at] ?? lineEnd) : lineEnd;
    }
    if (byte === 46) {
      byte = ++at < end ? (bytes[at] ?? lineEnd) : lineEnd;
      while (isDigit(byte)) {
        if (scale < smallestFraction) {
          value = value * 10 + byte - 48;
          scale *= 10;
        }
        byte = ++at < end ? (bytes[at] ?? lineEnd) : lineEnd;
      }
    }
    this.at = at;
    value = Math.min(value / scale, largestNumber);
    return sign === 45 ? -value : value;
  }
}

function afterQuote(bytes: Buffer, at: number, end: number): number {
  const close = bytes.indexOf(34, at + 1);
  return close < 0 || close >= end ? end : close + 1;
}

/** RepRapFirmware runs several commands of one line, so `G28 M500` must not hide the second. */
function startsCommand(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1] ?? lineEnd;
  return (isBlank(before) || isDigit(before)) && isDigit(bytes[at + 1] ?? lineEnd);
}
