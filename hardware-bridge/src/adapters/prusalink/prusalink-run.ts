import type { PrintOutcome } from '#libs/contracts';
import { z } from 'zod';

/** What `/api/v1/status` tells. Its states are texts: one that is new to us is shown, not refused. */
export const prusaLinkStatusSchema = z.object({
  printer: z.object({
    state: z.string(),
    temp_nozzle: z.number().default(0),
    target_nozzle: z.number().default(0),
    temp_bed: z.number().default(0),
    target_bed: z.number().default(0),
  }),
  job: z
    .object({
      id: z.number(),
      /** Whole per cents. */
      progress: z.number().default(0),
      /** Seconds. */
      time_remaining: z.number().nullish(),
      time_printing: z.number().default(0),
    })
    .optional(),
});
export type PrusaLinkStatus = z.infer<typeof prusaLinkStatusSchema>;

/** The print on the printer, as far as we have followed it. */
export interface PrusaLinkRun {
  /** The printer's own number of it, which grows with every print and outlives its being switched off. */
  readonly jobId: number;
  readonly remoteName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PrintOutcome | null;
  /** From 0 to 1; never goes back. */
  readonly progress: number;
}

const outcomes: Readonly<Record<string, PrintOutcome>> = {
  FINISHED: 'completed',
  STOPPED: 'cancelled',
  ERROR: 'failed',
};

const resting: readonly string[] = ['IDLE', 'READY'];
/** So far that the end was near when we last looked. */
const nearlyDone = 0.99;

export function beginRun({ job, printer }: PrusaLinkStatus, remoteName: string, nowMs: number): PrusaLinkRun | null {
  if (!job || resting.includes(printer.state)) return null;
  const startedAt = new Date(nowMs - job.time_printing * 1000).toISOString();
  return { jobId: job.id, remoteName, startedAt, endedAt: null, outcome: null, progress: 0 };
}

/** The run after this look; null when the printer has put its print away. */
export function followRun(run: PrusaLinkRun | null, status: PrusaLinkStatus, nowMs: number): PrusaLinkRun | null {
  if (!run) return null;
  const { job, printer } = status;
  const endedAt = new Date(nowMs).toISOString();
  if (resting.includes(printer.state)) {
    // Somebody has sent the end away before we saw it. A print that is forgotten earlier has failed, and is told so.
    const unseenEnd = run.outcome === null && run.progress >= nearlyDone;
    return unseenEnd ? { ...run, outcome: 'completed', endedAt, progress: 1 } : null;
  }
  if (run.outcome !== null) return run;
  const outcome = outcomes[printer.state] ?? null;
  const progress = Math.min(1, Math.max(run.progress, (job?.progress ?? 0) / 100));
  if (outcome === null) return { ...run, progress };
  return { ...run, outcome, endedAt, progress: outcome === 'completed' ? 1 : progress };
}
