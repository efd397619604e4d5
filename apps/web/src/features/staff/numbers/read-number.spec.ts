import { readNumber } from './read-number.js';

describe('a typed number', () => {
  it.each([
    ['180', 180],
    [' 7 ', 7],
    ['0', undefined],
    ['1', 1],
    ['500', 500],
    ['501', undefined],
    ['12,5', undefined],
    ['-3', undefined],
    ['1e2', undefined],
    ['', undefined],
    ['monta', undefined],
  ])('%j is %s where whole ones between 1 and 500 are asked for', (text, number) => {
    expect(readNumber(text, { min: 1, max: 500 })).toBe(number);
  });

  it.each([
    ['0,4', 0.4],
    ['0.25', 0.25],
    ['0,255', undefined],
    ['1,', undefined],
    ['2', 2],
  ])('%j is %s where it may have two decimals', (text, number) => {
    expect(readNumber(text, { min: 0.1, max: 3, decimals: 2 })).toBe(number);
  });
});
