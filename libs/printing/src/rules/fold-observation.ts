import type { AttemptState, PrinterState, PrintJobState, PrintOutcome } from '#libs/contracts';

/** What a printer was seen doing with the print that carries an attempt's start token. */
export interface PrintObservation {
  state: PrinterState;
  outcome: PrintOutcome | null;
}

const attemptOfState: Record<PrinterState, AttemptState | null> = {
  preparing: 'printing',
  printing: 'printing',
  paused: 'paused',
  attention: 'attention',
  error: 'attention',
  cancelling: 'cancelling',
  offline: 'unknown',
  unknown: 'unknown',
  // The print is there, but the printer does not say what it does with it: no news.
  starting: null,
  idle: null,
  awaiting_clear: null,
};

const jobOfAttempt: Record<AttemptState, PrintJobState> = {
  dispatching: 'dispatching',
  printing: 'printing',
  paused: 'paused',
  attention: 'attention',
  cancelling: 'cancelling',
  unknown: 'unknown',
  completed: 'awaiting_clear',
  cancelled: 'cancelled',
  failed: 'failed',
};

const ended: readonly AttemptState[] = ['completed', 'cancelled', 'failed'];

/** How a print on a machine ends. */
export type EndedAttempt = Extract<AttemptState, 'completed' | 'cancelled' | 'failed'>;

/** Whether an attempt is over; whatever is heard of it afterwards changes nothing. */
export function hasEnded(status: AttemptState): status is EndedAttempt {
  return ended.includes(status);
}

/** The state of a job whose current attempt is in this state. */
export function jobStatusOf(attempt: AttemptState): PrintJobState {
  return jobOfAttempt[attempt];
}

/**
 * What an attempt becomes when its print is seen on the machine. Only here does `dispatching` become `printing`:
 * a command is not an outcome, an observation is.
 * @returns the state after the observation; the same when it tells nothing new
 */
export function foldObservation(status: AttemptState, { state, outcome }: PrintObservation): AttemptState {
  if (hasEnded(status)) return status;
  if (outcome !== null) return outcome;
  // A printer goes on for a while after it was told to stop, or is lost from sight: the wish stays.
  if (status === 'cancelling') return status;
  const seen = attemptOfState[state] ?? status;
  // A start that is on its way has not been seen, so it cannot be lost from sight either.
  return status === 'dispatching' && seen === 'unknown' ? status : seen;
}
