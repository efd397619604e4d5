import type { AttemptState, PrintJobState, RejectionCode } from '#libs/contracts';

/** How long a start command may be acted upon; afterwards it surely starts nothing. */
export const commandLifetimeMs = 2 * 60_000;

/** How long the planner leaves a job alone that a printer would not take. */
export const deferralMs = 10_000;

/** Whole attempts before a person has to look. */
export const maxAttempts = 3;

/** The printer or the line was not ready; the file is not to blame. */
const deferrals: readonly RejectionCode[] = [
  'expired',
  'not_idle',
  'plate_not_clear',
  'expectation_failed',
  'file_unavailable',
  'printer_offline',
];

/**
 * What becomes of a job whose start was refused.
 * @param code the bridge's reason
 * @param attemptNumber 1 for the first
 */
export function afterRefusal(
  code: RejectionCode,
  attemptNumber: number,
): { attemptStatus: AttemptState; jobStatus: PrintJobState } {
  const mayWait = deferrals.includes(code) && attemptNumber % maxAttempts !== 0;
  return mayWait
    ? { attemptStatus: 'cancelled', jobStatus: 'queued' }
    : { attemptStatus: 'failed', jobStatus: 'failed' };
}
