import type { PrintOutcome } from '#libs/contracts';
import type { MachineReason } from '../printer-adapter.js';
import type { KlipperStatus } from './klipper-status.js';

/** The print on a Klipper machine, as far as we have followed it. */
export interface KlipperRun {
  readonly id: string;
  readonly filename: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PrintOutcome | null;
  readonly reason: MachineReason | null;
  /** Klipper's own clock of this print when it ended: a later print of the same file shows another. */
  readonly totalSeconds: number | null;
  /** Where its G-code begins and ends in the file, and how long the slicer says it takes. */
  readonly file: FileMetadata | null;
  /** Never goes back. */
  readonly progress: number;
}

export interface FileMetadata {
  readonly startByte: number;
  readonly endByte: number;
  readonly estimatedSeconds: number | null;
}

const outcomes: Readonly<Record<string, PrintOutcome>> = {
  complete: 'completed',
  cancelled: 'cancelled',
  error: 'failed',
};

/** Klipper has stopped for good: its print is over whatever `print_stats` goes on saying. */
export function isDown({ webhooks }: KlipperStatus): boolean {
  return webhooks.state === 'shutdown' || webhooks.state === 'error';
}

/** True while the machine is at a print. */
export function isAtWork(status: KlipperStatus): boolean {
  const { state } = status.print_stats;
  return !isDown(status) && (state === 'printing' || state === 'paused');
}

/** True when the print that is shown is not the one we follow. */
export function isAnother(run: KlipperRun | null, status: KlipperStatus): boolean {
  const { state, filename, total_duration } = status.print_stats;
  if (filename === '' || !(state in outcomes || state === 'printing' || state === 'paused')) return false;
  if (!run || run.filename !== filename) return true;
  if (run.outcome === null) return false;
  return isAtWork(status) || (run.totalSeconds !== total_duration && !isDown(status));
}

/** The run after this look; null when the machine has put its print away. */
export function followRun(run: KlipperRun | null, status: KlipperStatus, nowMs: number): KlipperRun | null {
  const { state, message, total_duration } = status.print_stats;
  if (!run || (state === 'standby' && !isDown(status))) return null;
  if (run.outcome !== null) return run;
  const outcome = isDown(status) ? 'failed' : outcomes[state];
  if (outcome === undefined) return { ...run, progress: Math.max(run.progress, progressOf(run, status)) };
  const native = isDown(status) ? status.webhooks.state_message : message;
  return {
    ...run,
    outcome,
    endedAt: run.endedAt ?? new Date(nowMs).toISOString(),
    reason: outcome === 'failed' ? { code: 'machine', native } : null,
    totalSeconds: total_duration,
    progress: outcome === 'completed' ? 1 : Math.max(run.progress, progressOf(run, status)),
  };
}

/**
 * How much of the print is done. What the slicer wrote by M73 is the best there is; else the place in the file, counted
 * from where its G-code begins: of a small file nine tenths are read before the heaters are hot.
 */
function progressOf({ file }: KlipperRun, status: KlipperStatus): number {
  const { virtual_sdcard: card, display_status: display, print_stats } = status;
  if (!card || print_stats.print_duration === 0) return 0;
  const told = display?.progress ?? null;
  // Without M73 Klipper repeats the card's progress there.
  if (told !== null && told !== card.progress) return share(told);
  if (!file || file.endByte <= file.startByte) return share(card.progress);
  return share((card.file_position - file.startByte) / (file.endByte - file.startByte));
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
