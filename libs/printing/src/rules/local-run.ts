import type { PrinterState, PrinterStatus } from '#libs/contracts';

/** A print nobody sent, as a snapshot shows it. */
export interface LocalRun {
  startedAt: Date;
  progress: number | null;
  /** Null when the printer does not say. */
  estimatedEndAt: Date | null;
}

/** A bridge that tells nothing of the print itself says at least whether the machine is at work. */
const atWork: readonly PrinterState[] = ['preparing', 'printing', 'paused', 'attention', 'cancelling'];

/** How long a local print is taken to need that does not say, milliseconds. */
const assumedMs = 60 * 60_000;

/**
 * The local print that goes on according to a snapshot.
 * @returns null when there is none, or it has ended; `startedAt` is null when the bridge does not tell it
 */
export function localRunOf(status: PrinterStatus): (Omit<LocalRun, 'startedAt'> & { startedAt: Date | null }) | null {
  const { localRun, localPrint, observedAt, state } = status;
  if (!localPrint || localRun?.outcome != null) return null;
  if (localRun === null) {
    return atWork.includes(state) ? { startedAt: null, progress: null, estimatedEndAt: null } : null;
  }
  const { startedAt, progress, etaSeconds } = localRun;
  return {
    startedAt: new Date(startedAt),
    progress,
    estimatedEndAt: etaSeconds === null ? null : new Date(Date.parse(observedAt) + etaSeconds * 1000),
  };
}

/** Until when the part of a local print is expected to be made: never in the past while it goes on. */
export function expectedEnd({ startedAt, estimatedEndAt }: LocalRun, now: Date): Date {
  const end = estimatedEndAt?.getTime() ?? startedAt.getTime() + assumedMs;
  return new Date(Math.max(now.getTime(), end));
}
