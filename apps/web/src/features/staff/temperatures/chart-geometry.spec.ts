import type { PrinterTemperatures } from '#libs/contracts';
import { chartHeight, pathOf, rowsOf, scaleOf } from './chart-geometry.js';

const at = (seconds: number) => new Date(Date.parse('2026-01-12T10:00:00Z') + seconds * 1000).toISOString();
const aPoint = (seconds: number, nozzle: number) => ({
  at: at(seconds),
  nozzle,
  nozzleMin: nozzle,
  nozzleMax: nozzle,
  nozzleTarget: 0,
  bed: 20,
  bedMin: 20,
  bedMax: 20,
  bedTarget: 0,
});
const aCurve = (...points: PrinterTemperatures['points']): PrinterTemperatures => ({
  from: at(0),
  to: at(600),
  stepSeconds: 10,
  points,
});

const chartWidth = 720;

describe('a chart of temperatures', () => {
  it('is as high as the next whole fifty degrees, and at least fifty', () => {
    expect(scaleOf(aCurve(), chartWidth).grid).toEqual([0, 50]);
    expect(scaleOf(aCurve(aPoint(0, 210)), chartWidth).grid).toEqual([0, 50, 100, 150, 200, 250]);
  });

  it('goes from corner to corner', () => {
    const { x, y } = scaleOf(aCurve(aPoint(0, 100)), chartWidth);
    expect([x(at(0)), x(at(600)), y(0), y(100)]).toEqual([0, chartWidth, chartHeight, 0]);
  });

  it('breaks its line where nothing was heard for over a minute', () => {
    const curve = aCurve(aPoint(0, 100), aPoint(60, 100), aPoint(180, 50));
    expect(pathOf(curve, scaleOf(curve, chartWidth), ({ nozzle }) => nozzle)).toBe('M0 0L72 0M216 120');
  });

  it('as a table has the newest first and no more rows than asked for', () => {
    const points = Array.from({ length: 500 }, (_, index) => aPoint(index, index));
    const rows = rowsOf(points, 30);
    expect([rows[0]?.nozzle, rows.length]).toEqual([499, 30]);
  });
});
