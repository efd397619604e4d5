import fc from 'fast-check';
import { letter, WordReader } from './word-reader.js';

function read(text: string): WordReader {
  const reader = new WordReader();
  const bytes = Buffer.from(text);
  reader.read(bytes, 0, bytes.length);
  return reader;
}

describe('WordReader', () => {
  it('reads any decimal number a slicer writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(read(` X${value.toFixed(3)}`).get(letter.x)).toBeCloseTo(value, 9);
      }),
    );
  });

  it.each([
    ['E.08', 0.08],
    ['E-.8', -0.8],
    ['E+5', 5],
    ['e7', 7],
    ['E', 0],
  ])('reads %s', (text, value) => {
    const words = read(` ${text}`);
    expect(words.has(letter.e)).toBe(true);
    expect(words.get(letter.e)).toBe(value);
  });

  it('stays finite on endless digits', () => {
    expect(read(` X${'9'.repeat(500)}`).get(letter.x)).toBe(1e9);
    expect(read(` X0.${'1'.repeat(500)}`).get(letter.x)).toBeCloseTo(1 / 9, 6);
  });

  it.each([' X1 ; Y2', ' X1 (Y2)', ' X1*71'])('ends at a comment or checksum: "%s"', (text) => {
    const words = read(text);
    expect(words.get(letter.x)).toBe(1);
    expect(words.has(letter.y)).toBe(false);
  });

  it('forgets the parameters of the line before', () => {
    const reader = new WordReader();
    const bytes = Buffer.from('X1Y2');
    reader.read(bytes, 0, 2);
    reader.read(bytes, 2, 4);
    expect(reader.has(letter.x)).toBe(false);
    expect(reader.get(letter.y)).toBe(2);
  });

  it('stops before a second command on the same line', () => {
    const words = read(' X1 M500');
    expect(words.at).toBe(4);
  });

  it('takes nothing out of a quoted text', () => {
    expect(read(' P "M500 X3"').has(letter.x)).toBe(false);
  });
});
