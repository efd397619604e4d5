import { isStale } from './freshness.js';

describe('isStale', () => {
  it('calls a picture old once a whole minute has passed', () => {
    expect(isStale(1_000, 61_000)).toBe(false);
    expect(isStale(1_000, 61_001)).toBe(true);
  });
});
