import type { SlotFacts } from './free-slots.js';
import type { Interval } from './interval.js';
import { StartGrid } from './start-grid.js';

const minuteMs = 60_000;

/**
 * The starts among which the earliest possible one is found: whoever could begin at any other time could also begin
 * earlier, until an opening, the window or the end of somebody else's time is in the way.
 * @param facts of one unit; its `busy` may be moved between units, so all of the pool's belongs in there
 * @param search `window` that must hold the whole booking, and how long that is
 * @returns in order, on the grid
 */
export function startsWorthTrying(
  { opening, busy, policy, offsetAt }: Pick<SlotFacts, 'opening' | 'busy' | 'policy' | 'offsetAt'>,
  { window, durationMinutes }: { window: Interval; durationMinutes: number },
): number[] {
  const grid = new StartGrid(policy.startIntervalMinutes, offsetAt);
  const ends = busy.map((taken) => taken.end + policy.bufferBeforeMinutes * minuteMs);
  const edges = [window.start, ...opening.map((period) => period.start), ...ends];
  const last = window.end - durationMinutes * minuteMs;
  const starts = edges.map((edge) => grid.ceil(Math.max(edge, window.start))).filter((start) => start <= last);
  return [...new Set(starts)].toSorted((a, b) => a - b);
}
