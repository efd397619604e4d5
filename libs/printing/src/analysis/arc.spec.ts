import fc from 'fast-check';
import { centreFromRadius, walkArc, type Arc } from './arc.js';

const pointsOf = (arc: Arc): { x: number; y: number; fraction: number }[] => {
  const points: { x: number; y: number; fraction: number }[] = [];
  walkArc(arc, (x, y, fraction) => points.push({ x, y, fraction }));
  return points;
};

const halfCircle: Arc = { fromX: -10, fromY: 0, toX: 10, toY: 0, centreX: 0, centreY: 0, clockwise: true, turns: 0 };

describe('walkArc', () => {
  it('reaches the outermost point between its ends', () => {
    const top = Math.max(...pointsOf(halfCircle).map(({ y }) => y));
    expect(top).toBeCloseTo(10, 9);
  });

  it('goes the other way round counter-clockwise', () => {
    const ys = pointsOf({ ...halfCircle, clockwise: false }).map(({ y }) => y);
    expect(Math.min(...ys)).toBeCloseTo(-10, 9);
    expect(Math.max(...ys)).toBeCloseTo(0, 9);
  });

  it('takes equal ends as a full circle', () => {
    const points = pointsOf({ ...halfCircle, toX: -10 });
    expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(10, 9);
    expect(Math.min(...points.map(({ y }) => y))).toBeCloseTo(-10, 9);
  });

  it('stays on the circle, moves forward and ends exactly where it should', () => {
    const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(
        angle,
        angle,
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.boolean(),
        (a, b, radius, clockwise) => {
          const ends = { fromX: radius * Math.cos(a), fromY: radius * Math.sin(a) };
          const arc = {
            ...ends,
            toX: radius * Math.cos(b),
            toY: radius * Math.sin(b),
            centreX: 0,
            centreY: 0,
            clockwise,
            turns: 0,
          };
          const points = pointsOf(arc);
          expect(points.at(-1)).toEqual({ x: arc.toX, y: arc.toY, fraction: 1 });
          points.forEach(({ x, y }) => expect(Math.hypot(x, y)).toBeCloseTo(radius, 6));
          points.slice(1).forEach(({ fraction }, i) => expect(fraction).toBeGreaterThan(points[i]?.fraction ?? 0));
        },
      ),
    );
  });

  it('does not follow a file that asks for a million turns', () => {
    expect(pointsOf({ ...halfCircle, turns: 1e6 }).length).toBeLessThan(20_000);
  });
});

describe('centreFromRadius', () => {
  const ends = { fromX: 0, fromY: 0, toX: 10, toY: 0, clockwise: true };

  it('lies below a clockwise arc over the shorter way', () => {
    const [x, y] = centreFromRadius(ends, 10) ?? [];
    expect(x).toBeCloseTo(5);
    expect(y).toBeCloseTo(-Math.sqrt(75));
  });

  it('lies on the other side for a negative radius', () => {
    expect(centreFromRadius(ends, -10)?.[1]).toBeCloseTo(Math.sqrt(75));
  });

  it('does not exist when the ends are too far apart', () => {
    expect(centreFromRadius(ends, 4)).toBeNull();
  });
});
