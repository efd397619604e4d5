import type { Period } from './plan-input.js';

/** The hub's open periods, joined where one begins as the other ends. */
export class OpenHours {
  private readonly periods: readonly Period[];

  constructor(periods: readonly Period[]) {
    this.periods = joined(periods);
  }

  isOpen(at: number): boolean {
    return this.periods.some(({ start, end }) => start <= at && at < end);
  }

  /** @returns the first instant from `from` on with `durationMs` of open time ahead of it; null when there is none */
  earliestFit(from: number, durationMs: number): number | null {
    for (let index = this.firstEndingAfter(from); index < this.periods.length; index++) {
      const period = this.periods[index];
      if (period === undefined) break;
      const start = Math.max(from, period.start);
      if (start + durationMs <= period.end) return start;
    }
    return null;
  }

  /** True when some open period, however far ahead, is long enough. */
  canEverFit(durationMs: number): boolean {
    return this.periods.some(({ start, end }) => end - start >= durationMs);
  }

  /**
   * When a plate is empty again after a print that ends at `end`: taking a part off needs a person, so at night it
   * waits for the morning. Beyond the known opening hours it is taken to be done at once.
   */
  clearedAt(end: number, clearingMs: number): number {
    return (this.earliestFit(end, clearingMs) ?? end) + clearingMs;
  }

  private firstEndingAfter(at: number): number {
    let [low, high] = [0, this.periods.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.periods[middle]?.end ?? Infinity) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && period.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, period.end) };
    } else if (period.end > period.start) {
      result.push(period);
    }
  }
  return result;
}
