import type { Policy } from '#libs/contracts';

const usual = [15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480];

type Lengths = Pick<Policy, 'minDurationMinutes' | 'maxDurationMinutes' | 'startIntervalMinutes'>;

/**
 * The lengths worth offering under a policy, shortest first; always its shortest and its longest.
 * @param kept one more, which a booking has already
 */
export function durationChoices(policy: Lengths, kept?: number): number[] {
  const { minDurationMinutes: min, maxDurationMinutes: max, startIntervalMinutes: step } = policy;
  const between = usual.filter((minutes) => minutes > min && minutes < max && minutes % step === 0);
  return [...new Set([min, ...between, max, ...(kept === undefined ? [] : [kept])])].toSorted((a, b) => a - b);
}
