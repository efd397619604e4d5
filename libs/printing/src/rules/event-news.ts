import type { AttemptState, PrinterEvent, PrintOutcome, PrintReference } from '#libs/contracts';
import { hasEnded } from './fold-observation.js';
import type { Sighting } from './sighting.js';

/** What we know of the attempt that an event tells of. */
export interface ToldPrint {
  readonly startToken: string;
  readonly printerId: string;
  readonly status: AttemptState;
  readonly startedAt: Date | null;
}

const outcomeOfEvent: Partial<Record<PrinterEvent['type'], PrintOutcome>> = {
  print_completed: 'completed',
  print_cancelled: 'cancelled',
  print_failed: 'failed',
};

/** Whose print an event tells of, as a key. */
export function printKey({ jobId, attempt }: Pick<PrintReference, 'jobId' | 'attempt'>): string {
  return `${jobId}/${attempt}`;
}

/** What an event proves of a print; plates and pauses are left to the snapshots, which cannot be overtaken. */
export function sightingOfEvent({ type, occurredAt, reason, filamentMillimetres }: PrinterEvent): Sighting | undefined {
  const at = new Date(occurredAt);
  if (type === 'print_started') return { state: 'printing', outcome: null, at, cause: null, startedAt: at };
  const outcome = outcomeOfEvent[type];
  const cause = reason?.code ?? null;
  return outcome && { state: 'awaiting_clear', outcome, at, cause, startedAt: null, filamentMillimetres };
}

/**
 * Whether an event changes anything of its print. A start and an end are facts in whatever order they are heard, and
 * each is news once: that a print began is none after it was seen, for it may have been paused since, or lost from sight.
 * @param printerId who tells it
 */
export function isNews(event: PrinterEvent, printerId: string, told: ToldPrint | undefined): boolean {
  const sighting = sightingOfEvent(event);
  if (sighting === undefined || told === undefined) return false;
  if (told.startToken !== event.job?.startToken || told.printerId !== printerId || hasEnded(told.status)) return false;
  return sighting.outcome !== null || told.startedAt === null;
}
