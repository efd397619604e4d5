import { readGrams } from './read-grams.js';

describe('typed grams', () => {
  it.each([
    ['820', 820],
    [' 12,5 ', 12.5],
    ['12.345', 12.35],
    ['0', 0],
    ['', undefined],
    ['-3', undefined],
    ['paljon', undefined],
  ])('%j are %s', (text, grams) => {
    expect(readGrams(text)).toBe(grams);
  });
});
