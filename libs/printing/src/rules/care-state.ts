import type { CareState } from '#libs/contracts';

/** Shares of the interval from which a task is called so. */
const soonFrom = 0.9;
const overdueFrom = 1.25;

/**
 * How near a maintenance task is.
 * @param used hours or prints since it was last done
 * @param every the interval in the same unit, above 0
 */
export function careStateOf(used: number, every: number): CareState {
  const share = used / every;
  if (share >= overdueFrom) return 'overdue';
  if (share >= 1) return 'due';
  return share >= soonFrom ? 'soon' : 'ok';
}
