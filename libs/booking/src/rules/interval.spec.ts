import fc from 'fast-check';
import { clipIntervals, mergeIntervals, overlaps, subtractIntervals, type Interval } from './interval.js';

const intervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
);

const covers = (list: readonly Interval[], instant: number) => list.some((i) => i.start <= instant && instant < i.end);

describe('stretches of time', () => {
  it('does not call stretches that only touch overlapping', () => {
    expect(overlaps({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(false);
  });

  it('makes touching stretches into one', () => {
    const touching = [
      { start: 10, end: 20 },
      { start: 0, end: 10 },
    ];
    expect(mergeIntervals(touching)).toEqual([{ start: 0, end: 20 }]);
  });

  it('cuts a stretch off at both ends of a window', () => {
    expect(clipIntervals([{ start: 0, end: 10 }], { start: 3, end: 7 })).toEqual([{ start: 3, end: 7 }]);
  });

  it('leaves after a subtraction exactly the instants that were there and are not taken', () => {
    fc.assert(
      fc.property(intervals, intervals, (from, taken) => {
        const left = subtractIntervals(mergeIntervals(from), taken);
        for (let instant = 0; instant < 90; instant += 1) {
          expect(covers(left, instant)).toBe(covers(from, instant) && !covers(taken, instant));
        }
      }),
    );
  });
});
