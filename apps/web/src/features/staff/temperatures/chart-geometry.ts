import type { PrinterTemperatures } from '#libs/contracts';

export type TemperaturePoint = PrinterTemperatures['points'][number];
export type Heater = 'nozzle' | 'bed';

/** Of the drawing, before it is made as wide as the page: its words shrink and grow with it. */
export const chartWidths = { phone: 260, desk: 720 };
export const chartHeight = 240;

const gridCelsius = 50;

/** Where instants and degrees are in the drawing. */
export interface ChartScale {
  /** Degrees of the grid's lines, from the lowest. */
  readonly grid: readonly number[];
  readonly x: (at: string) => number;
  readonly y: (celsius: number) => number;
}

/** A scale that all points fit into, and that is never higher than it must be. */
export function scaleOf({ from, to, points }: PrinterTemperatures, width: number): ChartScale {
  const fromMs = Date.parse(from);
  const spanMs = Math.max(1, Date.parse(to) - fromMs);
  const highest = Math.max(gridCelsius, ...points.flatMap(heights));
  const lines = Math.ceil(highest / gridCelsius);
  const y = (celsius: number) => round(chartHeight * (1 - Math.max(0, celsius) / (lines * gridCelsius)));
  return {
    grid: Array.from({ length: lines + 1 }, (_, line) => line * gridCelsius),
    x: (at) => round((width * (Date.parse(at) - fromMs)) / spanMs),
    y,
  };
}

/** An SVG path through one value of every point; where nothing was heard for a while, the line is broken. */
export function pathOf(
  { points, stepSeconds }: PrinterTemperatures,
  scale: ChartScale,
  celsiusOf: (point: TemperaturePoint) => number,
): string {
  const gapMs = Math.max(stepSeconds * 2, 60) * 1000;
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const isBroken = before === undefined || Date.parse(point.at) - Date.parse(before.at) > gapMs;
      return `${isBroken ? 'M' : 'L'}${scale.x(point.at)} ${scale.y(celsiusOf(point))}`;
    })
    .join('');
}

/** At most so many of the points, evenly, the newest first: what a table can show. */
export function rowsOf(points: readonly TemperaturePoint[], most: number): TemperaturePoint[] {
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => (points.length - 1 - index) % every === 0).toReversed();
}

function heights({ nozzleMax, nozzleTarget, bedMax, bedTarget }: TemperaturePoint): number[] {
  return [nozzleMax, nozzleTarget, bedMax, bedTarget];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
