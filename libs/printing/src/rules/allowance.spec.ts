import { leftOf, monthOf } from './allowance.js';

describe('a month', () => {
  it.each([
    [
      'begins and ends at midnight of the hub',
      '2026-02-10T12:00:00Z',
      '2026-01-31T22:00:00.000Z',
      '2026-02-28T22:00:00.000Z',
    ],
    [
      'is the new one as soon as it is so in the hub',
      '2026-01-31T22:00:00Z',
      '2026-01-31T22:00:00.000Z',
      '2026-02-28T22:00:00.000Z',
    ],
    [
      'has an hour less when the clock goes forward',
      '2026-03-31T20:59:00Z',
      '2026-02-28T22:00:00.000Z',
      '2026-03-31T21:00:00.000Z',
    ],
    ['goes over the turn of the year', '2026-12-31T12:00:00Z', '2026-11-30T22:00:00.000Z', '2026-12-31T22:00:00.000Z'],
  ])('%s', (_rule, now, from, to) => {
    const month = monthOf(new Date(now), 'Europe/Helsinki');
    expect([month.from.toISOString(), month.to.toISOString()]).toEqual([from, to]);
  });
});

describe('what is left of an allowance', () => {
  it.each([
    [500, 120.5, 30, 349.5],
    [100, 90, 30, 0],
    [null, 9000, 1, null],
  ])('of %s g after %s g used and %s g on their way is %s', (allowance, usedGrams, pendingGrams, left) => {
    expect(leftOf(allowance, { usedGrams, pendingGrams })).toBe(left);
  });
});
