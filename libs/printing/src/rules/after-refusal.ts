import type { AttemptState, PrintJobState, RejectionCode } from '#libs/contracts';

/** How long after its dispatch a start command is still taken; a bridge that gets it later refuses it. */
export const commandLifetimeMs = 2 * 60_000;

/** How long the planner leaves a job alone that a printer would not take. */
export const deferralMs = 10_000;

/** Starts in a row that came to nothing before a person has to look. */
export const maxTriesInVain = 3;

/** The printer or the line was not ready; the file is not to blame. */
const passing: readonly RejectionCode[] = [
  'expired',
  'not_idle',
  'plate_not_clear',
  'expectation_failed',
  'file_unavailable',
  'printer_offline',
];

/** Until when the bridge may still take the start of an attempt. Half-open: at this instant it refuses. */
export function startsUntil(dispatchedAt: Date): Date {
  return new Date(dispatchedAt.getTime() + commandLifetimeMs);
}

/**
 * Whether a start that came to nothing may be tried again without anybody looking.
 * @param answer `rejected`: nothing was tried; `failed`: the printer itself was asked
 */
export function isPassing({ phase, code }: { phase: 'rejected' | 'failed'; code: RejectionCode | null }): boolean {
  if (code === 'printer_error') return phase === 'rejected';
  return code !== null && passing.includes(code);
}

/**
 * What becomes of an attempt that never started, and of its job.
 * @param mayWait whether the obstacle may go away by itself
 * @param triesInVain starts in a row that came to nothing, this one included
 */
export function afterRefusal(
  mayWait: boolean,
  triesInVain: number,
): { attemptStatus: AttemptState; jobStatus: PrintJobState } {
  return mayWait && triesInVain < maxTriesInVain
    ? { attemptStatus: 'cancelled', jobStatus: 'queued' }
    : { attemptStatus: 'failed', jobStatus: 'failed' };
}
