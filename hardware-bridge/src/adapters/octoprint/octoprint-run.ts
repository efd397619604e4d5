import type { PrintOutcome } from '#libs/contracts';
import type { KnownRun, MachineReason } from '../printer-adapter.js';
import { phaseOf, type OctoPrintCurrent, type OctoPrintEvent } from './octoprint-messages.js';

/** The print on a printer under OctoPrint, as far as we have followed it: OctoPrint itself gives its prints no names. */
export interface OctoPrintRun {
  readonly id: string;
  readonly remoteName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PrintOutcome | null;
  readonly reason: MachineReason | null;
  /** From 0 to 1; never goes back. */
  readonly progress: number;
  /** Looks at a printer that is ready, while nobody has told how the print ended. */
  readonly readyLooks: number;
}

/** The event that tells how a print ended comes within the next look, or it was missed. */
const patience = 2;

/** The run that a bridge knew before it was started again. */
export function recallRun(known: KnownRun | null, nowMs: number): OctoPrintRun | null {
  if (!known || known.remoteName === null) return null;
  const { id, remoteName, startedAt, outcome, progress } = known;
  const endedAt = outcome === null ? null : new Date(nowMs).toISOString();
  return { id, remoteName, startedAt, endedAt, outcome, reason: null, progress, readyLooks: 0 };
}

/** The run after a look; null when OctoPrint no longer knows of it. */
export function followCurrent(run: OctoPrintRun | null, current: OctoPrintCurrent, nowMs: number): OctoPrintRun | null {
  const name = current.job.file.name ?? '';
  switch (phaseOf(current)) {
    case 'starting':
    case 'printing':
    case 'paused':
    case 'cancelling': {
      const same = run?.outcome === null && run.remoteName === name ? run : null;
      const followed = same ?? beginRun(name, nowMs - (current.progress.printTime ?? 0) * 1000);
      return { ...followed, progress: Math.max(followed.progress, share(current)), readyLooks: 0 };
    }
    case 'error':
      return run && endRun(run, 'failed', nowMs, current.state.error ?? current.state.text);
    case 'ready':
      return run?.outcome === null ? followReady(run, current, nowMs) : run;
    case 'away':
    case 'connecting':
    case 'unknown':
      return run;
  }
}

/** There is no state for a print that has ended: only the event tells how, or what is left of its progress. */
export function followEvent(
  run: OctoPrintRun | null,
  { type, payload }: OctoPrintEvent,
  nowMs: number,
): OctoPrintRun | null {
  if (type === 'PrintStarted') {
    const name = payload?.name ?? '';
    return run?.outcome === null && run.remoteName === name ? run : beginRun(name, nowMs);
  }
  if (!run) return null;
  if (type === 'PrintDone') return endRun(run, 'completed', nowMs);
  if (type === 'PrintCancelled') return endRun(run, 'cancelled', nowMs);
  if (type !== 'PrintFailed') return run;
  // A cancelled print is told as failed, too.
  if (payload?.reason === 'cancelled') return endRun(run, 'cancelled', nowMs);
  return endRun(run, 'failed', nowMs, payload?.reason ?? 'PrintFailed');
}

function followReady(run: OctoPrintRun, current: OctoPrintCurrent, nowMs: number): OctoPrintRun | null {
  if (current.job.file.name === run.remoteName && current.progress.completion === 100) {
    return endRun(run, 'completed', nowMs);
  }
  return run.readyLooks + 1 < patience ? { ...run, readyLooks: run.readyLooks + 1 } : null;
}

function beginRun(remoteName: string, startedMs: number): OctoPrintRun {
  const startedAt = new Date(startedMs).toISOString();
  const id = `${remoteName}@${startedAt}`;
  return { id, remoteName, startedAt, endedAt: null, outcome: null, reason: null, progress: 0, readyLooks: 0 };
}

function endRun(run: OctoPrintRun, outcome: PrintOutcome, nowMs: number, native = ''): OctoPrintRun {
  if (run.outcome !== null) return run;
  const reason = outcome === 'failed' ? { code: 'machine', native } : null;
  const progress = outcome === 'completed' ? 1 : run.progress;
  return { ...run, outcome, reason, progress, endedAt: new Date(nowMs).toISOString() };
}

function share({ progress }: OctoPrintCurrent): number {
  return Math.min(1, Math.max(0, (progress.completion ?? 0) / 100));
}
