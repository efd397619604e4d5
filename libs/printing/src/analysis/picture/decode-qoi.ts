import type { Pixels } from './decode-picture.js';

const headerBytes = 14;
const tag = { rgb: 0xfe, rgba: 0xff, index: 0, difference: 1, luma: 2 } as const;

/**
 * Decodes a QOI picture, as Prusa's printers want them for their displays.
 * @param data its header is checked already, and its size
 * @returns null when the data end before the picture does
 * @see https://qoiformat.org/qoi-specification.pdf
 */
export function decodeQoi(data: Buffer, width: number, height: number): Pixels | null {
  const pixels = Buffer.alloc(width * height * 4);
  const seen = Buffer.alloc(64 * 4);
  const colour = Buffer.from([0, 0, 0, 255]);
  let at = headerBytes;
  for (let filled = 0; filled < pixels.length;) {
    const byte = data[at++];
    if (byte === undefined) return null;
    let repeats = 1;
    if (byte >= tag.rgb) {
      const channels = byte === tag.rgba ? 4 : 3;
      if (at + channels > data.length) return null;
      data.copy(colour, 0, at, at + channels);
      at += channels;
    } else if (byte >> 6 === tag.index) seen.copy(colour, 0, byte * 4, byte * 4 + 4);
    else if (byte >> 6 === tag.difference) {
      shift(colour, ((byte >> 4) & 3) - 2, ((byte >> 2) & 3) - 2, (byte & 3) - 2);
    } else if (byte >> 6 === tag.luma) {
      const green = (byte & 63) - 32;
      const others = data[at++] ?? 0;
      shift(colour, green + (others >> 4) - 8, green, green + (others & 15) - 8);
    } else repeats = (byte & 63) + 1;
    colour.copy(seen, placeOf(colour) * 4);
    for (; repeats > 0 && filled < pixels.length; repeats--) filled += colour.copy(pixels, filled);
  }
  return { width, height, data: pixels };
}

/** Colours wrap around, as they do in a byte. */
function shift(colour: Buffer, red: number, green: number, blue: number): void {
  colour[0] = ((colour[0] ?? 0) + red) & 255;
  colour[1] = ((colour[1] ?? 0) + green) & 255;
  colour[2] = ((colour[2] ?? 0) + blue) & 255;
}

function placeOf([red = 0, green = 0, blue = 0, alpha = 0]: Buffer): number {
  return (red * 3 + green * 5 + blue * 7 + alpha * 11) % 64;
}
