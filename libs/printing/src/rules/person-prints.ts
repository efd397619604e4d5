import type { Period } from './plan-input.js';

/** One person's prints, running and planned, held against the number that may run at once. */
export class PersonPrints {
  /** Sorted, and so independent of each other: a sweep over both finds how many run at a time. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** When as many run as may; apart from each other and sorted. */
  private full: Period[] = [];

  /**
   * @param running ends of the prints on printers now, epoch milliseconds
   * @param mostAtOnce at least 1
   */
  constructor(
    running: readonly number[],
    private readonly mostAtOnce: number,
  ) {
    for (const end of running) this.add(-Infinity, end);
    this.full = this.findFull();
  }

  /** The earliest instant from `from` on at which a print of this length stays within the limit all the way. */
  earliest(from: number, durationMs: number): number {
    let start = from;
    for (const period of this.full) {
      if (period.end <= start) continue;
      if (period.start >= start + durationMs) break;
      start = period.end;
    }
    return start;
  }

  plan(start: number, durationMs: number): void {
    this.add(start, start + durationMs);
    this.full = this.findFull();
  }

  private add(start: number, end: number): void {
    insert(this.starts, start);
    insert(this.ends, end);
  }

  private findFull(): Period[] {
    const full: Period[] = [];
    let running = 0;
    let ended = 0;
    for (const start of this.starts) {
      for (let end = this.ends[ended]; end !== undefined && end <= start; end = this.ends[++ended]) running -= 1;
      running += 1;
      const nextEnd = this.ends[ended];
      if (running < this.mostAtOnce || nextEnd === undefined) continue;
      const last = full.at(-1);
      // Running prints over the limit (staff started them) keep it full until enough of them have ended.
      const until = this.ends[ended + running - this.mostAtOnce] ?? nextEnd;
      if (last && start <= last.end) full[full.length - 1] = { start: last.start, end: Math.max(last.end, until) };
      else full.push({ start, end: until });
    }
    return full;
  }
}

function insert(sorted: number[], value: number): void {
  let index = sorted.length;
  while (index > 0 && (sorted[index - 1] ?? -Infinity) > value) index--;
  sorted.splice(index, 0, value);
}
