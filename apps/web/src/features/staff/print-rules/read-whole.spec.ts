import { readWhole } from './read-whole.js';

describe('a typed whole number', () => {
  it.each([
    ['180', 180],
    [' 7 ', 7],
    ['0', undefined],
    ['1', 1],
    ['500', 500],
    ['501', undefined],
    ['12,5', undefined],
    ['-3', undefined],
    ['', undefined],
    ['monta', undefined],
  ])('%j is %s between 1 and 500', (text, number) => {
    expect(readWhole(text, { min: 1, max: 500 })).toBe(number);
  });
});
