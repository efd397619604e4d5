import type { OffsetAt } from './zone-time.js';

/**
 * The instants at which a booking may begin: every so many minutes of the hub's wall clock, counted from midnight.
 * Intervals divide a day evenly.
 */
export class StartGrid {
  private readonly intervalMs: number;

  constructor(
    intervalMinutes: number,
    private readonly offsetAt: OffsetAt,
  ) {
    this.intervalMs = intervalMinutes * 60_000;
  }

  /** Whether a booking of `[start, end)` begins on the grid and lasts a whole number of intervals. */
  holds(start: number, end: number): boolean {
    return this.sinceGrid(start) === 0 && (end - start) % this.intervalMs === 0;
  }

  /** @returns the first grid instant at or after `instant` */
  ceil(instant: number): number {
    const past = this.sinceGrid(instant);
    return past === 0 ? instant : instant - past + this.intervalMs;
  }

  /** @returns the longest time of whole intervals that fits in `durationMs` */
  wholeIntervals(durationMs: number): number {
    return Math.floor(durationMs / this.intervalMs) * this.intervalMs;
  }

  private sinceGrid(instant: number): number {
    const past = (instant + this.offsetAt(instant)) % this.intervalMs;
    return past < 0 ? past + this.intervalMs : past;
  }
}
