import type { Policy, PolicyChange } from '#libs/contracts';

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
  quotaMinutesPerWeek: null,
  holdMinutes: 10,
  checkInOpensMinutes: 15,
  noShowAfterMinutes: 15,
  changeUntilMinutes: 0,
  approvalOverMinutes: null,
  minAge: 13,
  inductionKind: null,
  waitingOfferMinutes: 30,
  reminderMinutes: [1440, 120],
};

/**
 * The rules that hold for one thing: the nearest one wins, field by field.
 * @param layers from the farthest (the hub) to the nearest (the resource); a missing layer sets nothing
 */
export function resolvePolicy(...layers: readonly (PolicyOverrides | undefined)[]): Policy {
  return Object.assign({}, defaultPolicy, ...layers) as Policy;
}

/**
 * What is set in one place after a change.
 * @param change a field that is not named stays; null clears it, `none` sets that there is no such rule
 */
export function changeOverrides(overrides: PolicyOverrides, change: PolicyChange): PolicyOverrides {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const named = new Set(given.map(([field]) => field));
  const kept = Object.entries(overrides).filter(([field]) => !named.has(field));
  const set = given
    .filter(([, value]) => value !== null)
    .map(([field, value]) => [field, value === 'none' ? null : value]);
  // The schema of the change lets through fields of a policy alone.
  return Object.fromEntries([...kept, ...set]) as PolicyOverrides;
}

/** Whether some whole number of start intervals is neither too short nor too long. */
export function allowsSomeLength(policy: Policy): boolean {
  const { startIntervalMinutes: step, minDurationMinutes: min, maxDurationMinutes: max } = policy;
  return Math.ceil(min / step) * step <= max;
}

/**
 * The rules that hold for several things booked at once: the strictest of each, so that every one of them agrees.
 * Of several inductions it can name only one; `BookingOption.inductionKinds` has them all.
 * @param policies at least one
 * @throws RangeError when there is none
 */
export function strictestPolicy(policies: readonly Policy[]): Policy {
  if (policies.length === 0) throw new RangeError('nothing to combine');
  const most = (field: NumberField): number => Math.max(...policies.map((policy) => policy[field]));
  const least = (field: NumberField): number => Math.min(...policies.map((policy) => policy[field]));
  const known = (field: LimitField): number[] => policies.map((policy) => policy[field]).filter((n) => n !== null);
  return {
    startIntervalMinutes: policies.map((policy) => policy.startIntervalMinutes).reduce(leastCommonMultiple),
    minDurationMinutes: most('minDurationMinutes'),
    maxDurationMinutes: least('maxDurationMinutes'),
    bufferBeforeMinutes: most('bufferBeforeMinutes'),
    bufferAfterMinutes: most('bufferAfterMinutes'),
    horizonDays: least('horizonDays'),
    minNoticeMinutes: most('minNoticeMinutes'),
    maxActivePerPerson: least('maxActivePerPerson'),
    quotaMinutesPerWeek: orNull(known('quotaMinutesPerWeek'), Math.min),
    holdMinutes: least('holdMinutes'),
    checkInOpensMinutes: least('checkInOpensMinutes'),
    noShowAfterMinutes: least('noShowAfterMinutes'),
    changeUntilMinutes: most('changeUntilMinutes'),
    approvalOverMinutes: orNull(known('approvalOverMinutes'), Math.min),
    minAge: orNull(known('minAge'), Math.max),
    inductionKind: policies.map((policy) => policy.inductionKind).find((kind) => kind !== null) ?? null,
    waitingOfferMinutes: least('waitingOfferMinutes'),
    reminderMinutes: [...new Set(policies.flatMap((policy) => policy.reminderMinutes))].toSorted((a, b) => b - a),
  };
}

type LimitField = 'quotaMinutesPerWeek' | 'approvalOverMinutes' | 'minAge';
type NumberField = Exclude<keyof Policy, LimitField | 'startIntervalMinutes' | 'inductionKind' | 'reminderMinutes'>;

function orNull(values: readonly number[], strictest: (...values: number[]) => number): number | null {
  return values.length === 0 ? null : strictest(...values);
}

/** What begins on both grids begins on this one. */
function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
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
