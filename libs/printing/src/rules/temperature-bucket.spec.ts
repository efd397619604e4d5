import fc from 'fast-check';
import {
  bucketMs,
  bucketStartMs,
  foldTemperatures,
  stepSeconds,
  type TemperatureBucket,
} from './temperature-bucket.js';

const start = Date.parse('2026-01-12T10:00:00Z');
const warm = (nozzle: number, bed = 60) => ({ nozzle, nozzleTarget: 210, bed, bedTarget: 60 });
const fold = (...moments: ReturnType<typeof warm>[]) =>
  moments.reduce<TemperatureBucket | undefined>((bucket, moment) => foldTemperatures(bucket, moment, start), undefined);

describe('ten seconds of temperatures', () => {
  it('keep the last of each, and the lowest and highest in between', () => {
    expect(fold(warm(205, 61), warm(215, 58), warm(209, 60))).toEqual({
      startsAtMs: start,
      nozzle: 209,
      nozzleTarget: 210,
      nozzleMin: 205,
      nozzleMax: 215,
      bed: 60,
      bedTarget: 60,
      bedMin: 58,
      bedMax: 61,
    });
  });

  it('begin at a whole ten seconds', () => {
    expect(bucketStartMs(start + 19_999)).toBe(start + 10_000);
    expect(foldTemperatures(undefined, warm(20), start + 12_345).startsAtMs).toBe(start + 10_000);
  });

  it('have every moment between their lowest and highest', () => {
    const moments = fc.array(fc.double({ min: -20, max: 400, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(moments, (nozzles) => {
        const bucket = fold(...nozzles.map((nozzle) => warm(nozzle)));
        expect([bucket?.nozzleMin, bucket?.nozzleMax]).toEqual([Math.min(...nozzles), Math.max(...nozzles)]);
      }),
    );
  });
});

describe('the step of a chart', () => {
  it('is a whole number of buckets, and leaves at most 500 points wherever it begins', () => {
    const span = fc.integer({ min: 1, max: 31 * 24 * 3600 * 1000 });
    const from = fc.integer({ min: 0, max: 2_000_000_000_000 });
    fc.assert(
      fc.property(span, from, (spanMs, fromMs) => {
        const stepMs = stepSeconds(spanMs) * 1000;
        const points = Math.floor((fromMs + spanMs - 1) / stepMs) - Math.floor(fromMs / stepMs) + 1;
        expect(stepMs % bucketMs).toBe(0);
        expect(points).toBeLessThanOrEqual(500);
      }),
    );
  });

  it('is one bucket for an hour', () => {
    expect(stepSeconds(3600_000)).toBe(10);
  });
});
