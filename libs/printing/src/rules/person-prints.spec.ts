import fc from 'fast-check';
import { PersonPrints } from './person-prints.js';

describe("a person's prints", () => {
  it('wait until one of as many as may run has ended', () => {
    expect(new PersonPrints([50, 70], 2).earliest(0, 10)).toBe(50);
  });

  it('do not wait below the limit', () => {
    expect(new PersonPrints([50], 2).earliest(0, 100)).toBe(0);
  });

  it('wait for enough of them when staff started more than may run', () => {
    expect(new PersonPrints([50, 60, 70], 2).earliest(0, 10)).toBe(60);
  });

  it('use a gap between two that are planned', () => {
    const prints = new PersonPrints([], 1);
    prints.plan(100, 50);
    prints.plan(300, 50);
    expect(prints.earliest(0, 100)).toBe(0);
    expect(prints.earliest(0, 101)).toBe(150);
    expect(prints.earliest(140, 200)).toBe(350);
  });

  it('never run more at once than may', () => {
    const request = fc.record({ from: fc.integer({ min: 0, max: 200 }), duration: fc.integer({ min: 1, max: 80 }) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), fc.integer({ min: 1, max: 3 }), (requests, limit) => {
        const prints = new PersonPrints([], limit);
        const planned = requests.map(({ from, duration }) => {
          const start = prints.earliest(from, duration);
          prints.plan(start, duration);
          expect(start).toBeGreaterThanOrEqual(from);
          return { start, end: start + duration };
        });
        for (const { start } of planned) {
          expect(planned.filter((other) => other.start <= start && other.end > start).length).toBeLessThanOrEqual(
            limit,
          );
        }
      }),
    );
  });
});
