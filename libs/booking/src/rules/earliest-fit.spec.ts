import fc from 'fast-check';
import { startsWorthTrying } from './earliest-fit.js';
import { overlaps, type Interval } from './interval.js';
import { defaultPolicy, withBuffers } from './policy.js';

const minuteMs = 60_000;
const step = 15;
const offsetAt = () => 0;
const minutes = (start: number, length: number): Interval => ({
  start: start * minuteMs,
  end: (start + length) * minuteMs,
});

/** Times of a day in steps of five minutes: others need not keep to our grid. */
const stretch = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 24 }))
  .map(([at, length]) => minutes(at * 5, length * 5));
const situation = fc.record({
  busy: fc.array(stretch, { maxLength: 8 }),
  opening: stretch.map(({ start, end }) => ({ start, end: end + 240 * minuteMs })),
  window: stretch.map(({ start, end }) => ({ start, end: end + 300 * minuteMs })),
  steps: fc.integer({ min: 2, max: 8 }),
  bufferBeforeMinutes: fc.constantFrom(0, 10),
  bufferAfterMinutes: fc.constantFrom(0, 10),
});

describe('looking for the earliest time', () => {
  it('tries the one that trying every start of the grid would find first', () => {
    fc.assert(
      fc.property(situation, ({ busy, opening, window, steps, ...buffers }) => {
        const policy = { ...defaultPolicy, startIntervalMinutes: step, ...buffers };
        const durationMinutes = steps * step;
        const fits = (start: number): boolean => {
          const time = { start, end: start + durationMinutes * minuteMs };
          const isInside = [opening, window].every((outer) => outer.start <= time.start && time.end <= outer.end);
          return isInside && !busy.some((taken) => overlaps(taken, withBuffers(time, policy)));
        };
        const grid = Array.from({ length: 140 }, (_, i) => i * step * minuteMs);
        const tried = startsWorthTrying({ opening: [opening], busy, policy, offsetAt }, { window, durationMinutes });
        expect(tried.find(fits)).toBe(grid.find(fits));
      }),
      { numRuns: 1000 },
    );
  });

  it('never tries a start that is off the grid, or too late to end in the window', () => {
    const search = { window: minutes(7, 60), durationMinutes: 30 };
    const tried = startsWorthTrying({ opening: [], busy: [minutes(0, 20)], policy: defaultPolicy, offsetAt }, search);
    expect(tried.map((start) => start / minuteMs)).toEqual([15, 30]);
  });
});
