import type { PrintJobState } from '#libs/contracts';

/** In all of these a printer may be moving, and we may lose sight of it. */
const onPrinter = ['dispatching', 'printing', 'paused', 'attention', 'cancelling'] as const;

/**
 * Which state may follow which. `unknown` is lost contact: whatever the printer turns out to be doing, or to have
 * done, is found there again; it is never guessed.
 */
const allowed: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  uploaded: ['analysing', 'cancelled'],
  analysing: ['awaiting_review', 'needs_changes', 'queued', 'rejected', 'failed', 'cancelled'],
  // Back to `analysing` when the owner sends another file.
  awaiting_review: ['analysing', 'queued', 'needs_changes', 'rejected', 'cancelled'],
  needs_changes: ['analysing', 'awaiting_review', 'rejected', 'cancelled'],
  rejected: [],
  queued: ['dispatching', 'awaiting_review', 'cancelled'],
  // Back to `queued` when the printer refused before anything moved. A short print may be seen only when it is over.
  dispatching: [
    'printing',
    'paused',
    'attention',
    'queued',
    'awaiting_clear',
    'cancelling',
    'cancelled',
    'failed',
    'unknown',
  ],
  printing: ['paused', 'attention', 'awaiting_clear', 'cancelling', 'cancelled', 'failed', 'unknown'],
  paused: ['printing', 'attention', 'awaiting_clear', 'cancelling', 'cancelled', 'failed', 'unknown'],
  attention: ['printing', 'paused', 'awaiting_clear', 'cancelling', 'cancelled', 'failed', 'unknown'],
  // A print may end by itself before the cancellation reaches it.
  cancelling: ['cancelled', 'awaiting_clear', 'failed', 'unknown'],
  awaiting_clear: ['done', 'failed'],
  done: [],
  // Retried from the same file, or given up.
  failed: ['queued', 'cancelled'],
  cancelled: ['queued'],
  unknown: [...onPrinter, 'queued', 'awaiting_clear', 'failed', 'cancelled'],
};

/** True when a print job in the state `from` may be given the state `to`. Staying as it is is no change. */
export function canBecome(from: PrintJobState, to: PrintJobState): boolean {
  return allowed[from].includes(to);
}
