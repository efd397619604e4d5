import type { PrintOutcome } from '#libs/contracts';
import { isRemoteName } from '../../journal/command-journal.js';
import type { MachineReason, WatchOptions } from '../printer-adapter.js';
import { isAtWork, phaseOf, printNameOf, type BambuStatus } from './bambu-status.js';

/** The print on a Bambu printer, as far as we have followed it. */
export interface BambuRun {
  /** The printer's task and its name; with the instant we saw it begin where that task was printed before. */
  readonly id: string;
  readonly remoteName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PrintOutcome | null;
  readonly reason: MachineReason | null;
  /** From 0 to 1; never goes back. */
  readonly progress: number;
  /** It was seen at work. */
  readonly begun: boolean;
  /** The per cents of the print before, which are shown until this one has some of its own; null once it has. */
  readonly stalePercent: number | null;
}

interface Circumstances {
  /** We have asked to cancel it. */
  readonly cancelling: boolean;
  readonly nowMs: number;
}

/** For so long a printer may go on showing how the print before has ended, after it has taken a new one. */
export const acceptedMs = 5 * 60_000;

/** What the printer gives as its error when somebody has cancelled: 0300-400C and 0500-400E. */
const cancelledErrors: readonly number[] = [0x0300_400c, 0x0500_400e];

/** The run that a bridge knew before it was started again, or the last one that was taken off the plate. */
export function recallRun({ known, clearedId }: WatchOptions, nowMs: number): BambuRun | null {
  if (known && known.remoteName !== null) {
    const { id, remoteName, startedAt, outcome, progress } = known;
    const endedAt = outcome === null ? null : instant(nowMs);
    const begun = outcome !== null || progress > 0;
    return { id, remoteName, startedAt, endedAt, outcome, reason: null, progress, begun, stalePercent: null };
  }
  if (clearedId == null) return null;
  const at = instant(nowMs);
  const ended = { startedAt: at, endedAt: at, outcome: 'completed', reason: null, progress: 1 } as const;
  return { id: clearedId, remoteName: nameIn(clearedId), ...ended, begun: true, stalePercent: null };
}

/** The run after a report; null when the printer no longer knows of it. */
export function followReport(run: BambuRun | null, status: BambuStatus, now: Circumstances): BambuRun | null {
  if (isAtWork(status)) {
    const same = run?.outcome === null && isOf(run, status) ? run : beginRun(run, status, now.nowMs);
    return { ...withProgress(same, status), begun: true };
  }
  if (phaseOf(status) === 'ended') return followEnd(run, status, now);
  if (phaseOf(status) !== 'idle' || run?.outcome !== null) return run;
  // It forgets a print that is cancelled early.
  return now.cancelling ? endRun(run, status, now) : null;
}

/**
 * The printer shows an end. It is this print's when that was seen at work, or has got to a hundred per cent of its own;
 * else it may be of the one before, because a printer shows that until it begins a print it has taken.
 */
function followEnd(run: BambuRun | null, status: BambuStatus, now: Circumstances): BambuRun {
  const shown = run && isOf(run, status) ? run : beginRun(run, status, now.nowMs);
  if (shown.outcome !== null) return shown;
  const followed = withProgress(shown, status);
  const certain = followed.begun || now.cancelling || followed.progress === 1 || !isRemoteName(followed.remoteName);
  const late = now.nowMs - Date.parse(followed.startedAt) >= acceptedMs;
  return certain || late ? endRun(followed, status, now) : followed;
}

function endRun(run: BambuRun, status: BambuStatus, { cancelling, nowMs }: Circumstances): BambuRun {
  const outcome = outcomeOf(status, cancelling);
  const reason = outcome === 'failed' ? { code: 'machine', native: errorText(status) } : null;
  const progress = outcome === 'completed' ? 1 : run.progress;
  return { ...run, outcome, reason, progress, endedAt: instant(nowMs) };
}

function outcomeOf({ gcode_state, print_error }: BambuStatus, cancelling: boolean): PrintOutcome {
  if (gcode_state === 'FINISH') return 'completed';
  return cancelling || cancelledErrors.includes(print_error) ? 'cancelled' : 'failed';
}

/** As the printer's screen and its maker's pages write it. */
function errorText({ gcode_state, print_error }: BambuStatus): string {
  if (print_error === 0) return gcode_state;
  const digits = print_error.toString(16).toUpperCase().padStart(8, '0');
  return `${gcode_state} ${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function withProgress(run: BambuRun, { mc_percent }: BambuStatus): BambuRun {
  if (mc_percent === run.stalePercent) return run;
  return { ...run, stalePercent: null, progress: Math.min(1, Math.max(run.progress, mc_percent / 100)) };
}

function beginRun(before: BambuRun | null, status: BambuStatus, nowMs: number): BambuRun {
  const startedAt = instant(nowMs);
  const task = taskOf(status);
  // Prints that come from no slicer all have the task 0, and any can be printed again at the machine.
  const again = isAtWork(status) && (!isUnique(status) || (before !== null && isOf(before, status)));
  const id = again ? `${task}@${startedAt}` : task;
  const inTheMiddle = ['printing', 'paused'].includes(phaseOf(status)) && status.mc_percent < 100;
  const stalePercent = inTheMiddle ? null : status.mc_percent;
  const remoteName = printNameOf(status);
  const fresh = { endedAt: null, outcome: null, reason: null, progress: 0, begun: false };
  return { id, remoteName, startedAt, stalePercent, ...fresh };
}

function isOf({ id }: BambuRun, status: BambuStatus): boolean {
  return id === taskOf(status) || id.startsWith(`${taskOf(status)}@`);
}

function taskOf(status: BambuStatus): string {
  return `${status.subtask_id}:${printNameOf(status)}`;
}

function nameIn(id: string): string {
  return id.slice(id.indexOf(':') + 1).replace(/@[^@]*$/, '');
}

function isUnique({ subtask_id }: BambuStatus): boolean {
  return subtask_id !== '' && subtask_id !== '0';
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
