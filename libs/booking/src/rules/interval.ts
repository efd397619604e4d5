/** A stretch of time `[start, end)`, both in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether two stretches share at least one instant; touching ends do not count. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** @returns the stretches in order, with overlapping and touching ones made into one; empty ones are dropped */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of inOrder(intervals)) {
    if (next.start >= next.end) continue;
    const last = merged.at(-1);
    if (last !== undefined && next.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else {
      merged.push(next);
    }
  }
  return merged;
}

/**
 * What is left of `from` when `taken` is cut out.
 * @param from in order and disjoint, as `mergeIntervals` gives them
 */
export function subtractIntervals(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const cuts = inOrder(taken);
  const left: Interval[] = [];
  let first = 0;
  for (const { start, end } of from) {
    while (first < cuts.length && at(cuts, first).end <= start) first += 1;
    let cursor = start;
    for (let i = first; i < cuts.length; i += 1) {
      const cut = at(cuts, i);
      if (cut.start >= end) break;
      if (cut.end <= cursor || cut.start >= cut.end) continue;
      if (cut.start > cursor) left.push({ start: cursor, end: cut.start });
      cursor = cut.end;
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
}

/** @returns the parts of the stretches that lie in `window` */
export function clipIntervals(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .filter(({ start, end }) => start < end);
}

/** By start; what is in order already, as most calendars are, is not copied. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const { start } of intervals) {
    if (start < before) return intervals.toSorted((a, b) => a.start - b.start);
    before = start;
  }
  return intervals;
}

function at(intervals: readonly Interval[], index: number): Interval {
  const interval = intervals[index];
  if (interval === undefined) throw new RangeError(`no interval ${index}`);
  return interval;
}
