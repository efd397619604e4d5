import type { AttemptState, PrinterStatus } from '#libs/contracts';
import { keptUntil } from './clearing.js';
import { foldObservation } from './fold-observation.js';
import { sightingOf } from './sighting.js';

/** The print that we know to run on a printer. */
export interface FollowedPrint {
  readonly attemptId: string;
  readonly startToken: string;
  readonly status: AttemptState;
  readonly startedAt: Date | null;
  /** Until when the calendar keeps the printer for it. */
  readonly occupiedUntil: Date | null;
}

/** What is on a printer as far as we know. */
export interface PrinterLoad {
  readonly print: FollowedPrint | null;
  /** A print that nobody sent goes on. */
  readonly hasLocalPrint: boolean;
  /** A print has ended, and its printer is kept until the plate is clear. */
  readonly isHeld: boolean;
}

/**
 * Whether a snapshot tells no more than the printer's own state and how far its print has got: nothing begins or ends,
 * and the calendar stays as it is. Most snapshots are so, which is why many of them can be written at once.
 */
export function isQuiet(status: PrinterStatus, load: PrinterLoad, now: Date): boolean {
  const { print, hasLocalPrint, isHeld } = load;
  if (status.localPrint || hasLocalPrint || (isHeld && status.plate === 'clear')) return false;
  return print === null || isSeenToGoOn(status, print, now);
}

function isSeenToGoOn(status: PrinterStatus, print: FollowedPrint, now: Date): boolean {
  if (status.job?.startToken !== print.startToken || print.startedAt === null) return false;
  const sighting = sightingOf(status, status.job);
  if (foldObservation(print.status, sighting) !== print.status) return false;
  const { estimatedEndAt } = sighting;
  return keptUntil({ occupiedUntil: print.occupiedUntil, estimatedEndAt, now }) === null;
}
