import { readDuration } from './duration.js';

describe('readDuration', () => {
  it.each([
    ['1d 2h 3m 4s', 93_784],
    ['32m 6s', 1_926],
    ['5m 23s', 323],
    ['1h 3m', 3_780],
    ['12s', 12],
    ['0 hours 31 minutes', 1_860],
    ['1 hour 1 minute', 3_660],
    ['7.5m', 450],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each(['', 'unknown', '3 mm', 'h m s'])('finds no duration in "%s"', (text) => {
    expect(readDuration(text)).toBeNull();
  });
});
