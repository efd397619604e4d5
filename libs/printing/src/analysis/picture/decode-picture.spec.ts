import fc from 'fast-check';
import { encode as encodeJpeg } from 'jpeg-js';
import { encodeQoi } from '../../../../../test/support/encode-qoi.js';
import { decodePicture, type Pixels } from './decode-picture.js';
import { encodePng } from './encode-png.js';

const colour = fc.constantFrom(
  [0, 0, 0, 0],
  [255, 255, 255, 255],
  [250, 1, 2, 255],
  [252, 3, 1, 255],
  [200, 100, 50, 128],
);

/** Runs, returns to earlier colours, small steps and large ones: all that QOI has a word for. */
const picture = fc
  .array(fc.tuple(colour, fc.integer({ min: 1, max: 900 }), fc.integer({ min: -40, max: 40 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((runs): Pixels => {
    const pixels = runs.flatMap(([rgba, count, step]) =>
      Array.from({ length: count }, (_, index) =>
        rgba.map((value, channel) => (channel === 3 ? value : (value + index * step) & 255)),
      ),
    );
    const data = Buffer.from(
      Array.from({ length: 100 * 110 }, (_, index) => pixels[index % pixels.length] ?? []).flat(),
    );
    return { width: 100, height: 110, data };
  });

describe('a picture in a print file', () => {
  it('keeps every pixel as PNG and as QOI', () => {
    fc.assert(
      fc.property(picture, (pixels) => {
        for (const data of [encodeQoi(pixels), encodePng(pixels)]) {
          const decoded = decodePicture(data);
          expect([decoded?.width, decoded?.height]).toEqual([100, 110]);
          expect(decoded?.data.equals(pixels.data)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('keeps its look as JPEG', () => {
    const data = Buffer.alloc(120 * 100 * 4, Buffer.from([200, 100, 50, 255]));
    const decoded = decodePicture(encodeJpeg({ width: 120, height: 100, data }, 90).data);
    expect([decoded?.width, decoded?.height]).toEqual([120, 100]);
    expect(Math.abs((decoded?.data[0] ?? 0) - 200)).toBeLessThan(8);
  });

  it('is nothing where the data end early, whatever they claim', () => {
    const qoi = encodeQoi({ width: 100, height: 100, data: Buffer.alloc(40_000, 7) });
    expect(decodePicture(qoi.subarray(0, 24))).toBeNull();
    const huge = Buffer.concat([Buffer.from('qoif'), Buffer.alloc(30, 255)]);
    expect(decodePicture(huge)).toBeNull();
  });

  it('never breaks the analysis, whatever the bytes are', () => {
    const signature = fc.constantFrom(
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...Buffer.from('qoif')],
      [0xff, 0xd8, 0xff],
      [],
    );
    fc.assert(
      fc.property(signature, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        expect(() => decodePicture(Buffer.from([...start, ...rest]))).not.toThrow();
      }),
    );
  });
});
