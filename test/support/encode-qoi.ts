interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Packs a picture as QOI: by run, by an earlier colour's place, by difference, or in full. */
export function encodeQoi({ width, height, data }: Pixels): Buffer {
  const header = Buffer.from('qoif\0\0\0\0\0\0\0\0\x04\0', 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  const bytes: number[] = [];
  const seen = Array.from({ length: 64 }, () => [0, 0, 0, 0]);
  let before = [0, 0, 0, 255];
  for (let at = 0; at < data.length;) {
    const pixel = [...data.subarray(at, at + 4)];
    let run = 0;
    for (; run < 62 && at < data.length && pixel.join() === before.join() && sameAt(data, at, pixel); at += 4) run++;
    if (run > 0) {
      bytes.push(0xc0 | (run - 1));
      continue;
    }
    const [r = 0, g = 0, b = 0, a = 0] = pixel;
    const place = (r * 3 + g * 5 + b * 7 + a * 11) % 64;
    if (seen[place]?.join() === pixel.join()) bytes.push(place);
    else bytes.push(...wordOf(pixel, before));
    seen[place] = pixel;
    before = pixel;
    at += 4;
  }
  return Buffer.concat([header, Buffer.from([...bytes, 0, 0, 0, 0, 0, 0, 0, 1])]);
}

const sameAt = (data: Buffer, at: number, pixel: readonly number[]) =>
  data.subarray(at, at + 4).equals(Buffer.from(pixel));

function wordOf(pixel: readonly number[], before: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0, a = 0] = pixel;
  if (a !== before[3]) return [0xff, r, g, b, a];
  const step = (channel: number) => ((((pixel[channel] ?? 0) - (before[channel] ?? 0) + 128) & 255) - 128) | 0;
  const [red, green, blue] = [step(0), step(1), step(2)];
  const fits = (value: number, most: number) => value >= -most && value < most;
  if ([red, green, blue].every((value) => fits(value, 2)))
    return [0x40 | ((red + 2) << 4) | ((green + 2) << 2) | (blue + 2)];
  if (fits(green, 32) && fits(red - green, 8) && fits(blue - green, 8)) {
    return [0x80 | (green + 32), ((red - green + 8) << 4) | (blue - green + 8)];
  }
  return [0xfe, r, g, b];
}
