import fc from 'fast-check';
import { shrink } from '../../../../../test/support/shrink.js';
import { RefusedFile } from '../analysis-result.js';
import { unshrink } from './unshrink.js';

describe.each([11, 12])('heatshrink with a window of %d bits', (windowBits) => {
  it('gives back what was packed', () => {
    const repetitive = fc.array(fc.constantFrom('G1 X1', 'Y2.5', ' E.01\n', '\0', 'ä'), { maxLength: 400 });
    fc.assert(
      fc.property(
        fc.oneof(
          repetitive.map((words) => Buffer.from(words.join(''))),
          fc.uint8Array({ maxLength: 300 }),
        ),
        (data) => {
          const original = Buffer.from(data);
          expect(unshrink(shrink(original, windowBits), windowBits, original.length)).toEqual(original);
        },
      ),
      { numRuns: 60 },
    );
  });

  const lengthOrRefusal = (data: Buffer, bytes: number) => {
    try {
      return unshrink(data, windowBits, bytes).length;
    } catch (error) {
      if (error instanceof RefusedFile) return error.code;
      throw error;
    }
  };

  it('reads any bytes without crashing, and makes no more of them than it was told', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(5000), (data, bytes) => {
        expect([bytes, 'print.corrupt_file']).toContain(lengthOrRefusal(Buffer.from(data), bytes));
      }),
    );
  });
});

it('reads the stream of the specification: most significant bit first, distance and length less one', () => {
  // Letter a, letter b, then two back and four long.
  const bits = ['1', '01100001', '1', '01100010', '0', '00000000001', '0011'].join('');
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2));
  expect(unshrink(Buffer.from(bytes), 11, 6).toString()).toBe('ababab');
});
