import { mergeIntervals, type Interval } from './interval.js';

/** What a kiosk says of one unit. */
export interface UnitStatus {
  readonly status: 'free' | 'busy' | 'closed' | 'out_of_order';
  /** Until when a free unit stays free; null when nothing is known to end it. */
  readonly freeUntil: number | null;
  /** When a unit that is not free can be used next; null when that is not known. */
  readonly freeFrom: number | null;
}

export interface UnitFacts {
  readonly opening: readonly Interval[];
  readonly busy: readonly Interval[];
  /** undefined when it works, null when nobody knows how long it is out of order. */
  readonly outOfOrderUntil: number | null | undefined;
}

/**
 * @param facts opening and what occupies the unit, from `now` as far ahead as is known
 * @param now epoch milliseconds
 */
export function unitStatus(facts: UnitFacts, now: number): UnitStatus {
  const { outOfOrderUntil } = facts;
  if (outOfOrderUntil === null) return { status: 'out_of_order', freeUntil: null, freeFrom: null };
  if (outOfOrderUntil !== undefined && outOfOrderUntil > now) {
    return { status: 'out_of_order', freeUntil: null, freeFrom: nextFree(facts, outOfOrderUntil) };
  }
  const open = facts.opening.find((period) => holds(period, now));
  if (open === undefined) return { status: 'closed', freeUntil: null, freeFrom: nextFree(facts, now) };
  if (facts.busy.some((taken) => holds(taken, now))) {
    return { status: 'busy', freeUntil: null, freeFrom: nextFree(facts, now) };
  }
  const nextTaken = Math.min(open.end, ...facts.busy.filter((b) => b.start > now).map((b) => b.start));
  return { status: 'free', freeUntil: nextTaken, freeFrom: null };
}

function nextFree({ opening, busy }: UnitFacts, after: number): number | null {
  const taken = mergeIntervals(busy);
  for (const period of opening) {
    let candidate = Math.max(period.start, after);
    for (const b of taken) if (holds(b, candidate)) candidate = b.end;
    if (candidate < period.end) return candidate;
  }
  return null;
}

function holds(interval: Interval, instant: number): boolean {
  return interval.start <= instant && instant < interval.end;
}
