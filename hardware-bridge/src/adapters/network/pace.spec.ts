import fc from 'fast-check';
import { retryDelayMs, uploadDeadlineMs, usualPace } from './pace.js';

describe('the pace of an adapter', () => {
  it('doubles the pause with every failure, up to half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => retryDelayMs(failures, usualPace, 1));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('never waits less than half of that, and never more', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const [pause, full] = [retryDelayMs(failures, usualPace, random), retryDelayMs(failures, usualPace, 1)];
        expect(pause).toBeGreaterThanOrEqual(full / 2);
        expect(pause).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('gives a large file more time than a small one', () => {
    expect(uploadDeadlineMs(0)).toBe(30_000);
    expect(uploadDeadlineMs(100_000_000)).toBe(30_000 + 2_000_000);
  });
});
