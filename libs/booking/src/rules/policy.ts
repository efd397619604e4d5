import type { Policy } from '#libs/contracts';

/** Rules as they are set on a hub, category, pool or resource: only what differs there. */
export type PolicyOverrides = Partial<Policy>;

/** What holds where nobody has set anything. Minutes, days and counts. */
export const defaultPolicy: Policy = {
  startIntervalMinutes: 15,
  minDurationMinutes: 30,
  maxDurationMinutes: 240,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  horizonDays: 28,
  minNoticeMinutes: 0,
  maxActivePerPerson: 2,
};

/**
 * The rules that hold for one thing: the nearest one wins, field by field.
 * @param layers from the farthest (the hub) to the nearest (the resource); a missing layer sets nothing
 */
export function resolvePolicy(...layers: readonly (PolicyOverrides | undefined)[]): Policy {
  return Object.assign({}, defaultPolicy, ...layers) as Policy;
}

/**
 * The rules that hold for several things booked at once: the strictest of each, so that every one of them agrees.
 * @param policies at least one
 * @throws RangeError when there is none
 */
export function strictestPolicy(policies: readonly Policy[]): Policy {
  if (policies.length === 0) throw new RangeError('nothing to combine');
  const most = (field: keyof Policy): number => Math.max(...policies.map((policy) => policy[field]));
  const least = (field: keyof Policy): number => Math.min(...policies.map((policy) => policy[field]));
  return {
    startIntervalMinutes: most('startIntervalMinutes'),
    minDurationMinutes: most('minDurationMinutes'),
    maxDurationMinutes: least('maxDurationMinutes'),
    bufferBeforeMinutes: most('bufferBeforeMinutes'),
    bufferAfterMinutes: most('bufferAfterMinutes'),
    horizonDays: least('horizonDays'),
    minNoticeMinutes: most('minNoticeMinutes'),
    maxActivePerPerson: least('maxActivePerPerson'),
  };
}

/**
 * What a booking of `[start, end)` keeps occupied, cleaning and preparation included.
 * @returns epoch milliseconds
 */
export function withBuffers(time: { start: number; end: number }, policy: Policy): { start: number; end: number } {
  return {
    start: time.start - policy.bufferBeforeMinutes * 60_000,
    end: time.end + policy.bufferAfterMinutes * 60_000,
  };
}
