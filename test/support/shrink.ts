const lengthBits = 4;
const longest = 1 << lengthBits;
/** Enough to find repetitions, and few enough to be quick. */
const mostCandidates = 8;

/** Packs as heatshrink does: letters of nine bits, or how far back and how long to repeat. */
export function shrink(data: Buffer, windowBits: number): Buffer {
  const words: string[] = [];
  const places = new Map<number, number[]>();
  for (let at = 0; at < data.length;) {
    const { back, length } = longestMatch(data, at, { places: places.get(keyAt(data, at)) ?? [], windowBits });
    const isRepeated = length > 1;
    words.push(
      isRepeated ? `0${bits(back - 1, windowBits)}${bits(length - 1, lengthBits)}` : `1${bits(data[at] ?? 0, 8)}`,
    );
    const next = at + (isRepeated ? length : 1);
    for (; at < next; at++) {
      const key = keyAt(data, at);
      places.set(key, [...(places.get(key) ?? []).slice(1 - mostCandidates), at]);
    }
  }
  const bytes = words.join('').match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
}

const bits = (value: number, count: number) => value.toString(2).padStart(count, '0');

const keyAt = (data: Buffer, at: number) => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);

function longestMatch(
  data: Buffer,
  at: number,
  { places, windowBits }: { places: readonly number[]; windowBits: number },
): { back: number; length: number } {
  let best = { back: 0, length: 0 };
  for (const place of places) {
    if (at - place > 1 << windowBits) continue;
    let length = 0;
    while (length < longest && at + length < data.length && data[place + length] === data[at + length]) length++;
    if (length > best.length) best = { back: at - place, length };
  }
  return best;
}
