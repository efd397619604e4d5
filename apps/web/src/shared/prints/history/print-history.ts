import type { PickUpEnd, PrintJob } from '#libs/contracts';
import type { MessageKey } from '../../i18n/messages/fi.js';

/** One thing that has happened to a print, or does now. */
export interface HistoryStep {
  readonly key: MessageKey;
  /** Null when nobody knows when, or it goes on. */
  readonly at: string | null;
  /** Why, when it did not go well. */
  readonly cause?: string | null;
  /** What the printer's camera saw then. */
  readonly picture?: string | undefined;
}

type Attempt = PrintJob['attempts'][number];

const reviewed: Partial<Record<PrintJob['status'], MessageKey>> = {
  needs_changes: 'history.returned',
  rejected: 'history.rejected',
};

const leavings: Record<PickUpEnd, MessageKey> = { collected: 'history.collected', disposed: 'history.disposed' };

/** What has happened to a print, oldest first; what goes on now is told elsewhere. */
export function historyOf(job: PrintJob): HistoryStep[] {
  const steps: HistoryStep[] = [{ key: 'history.sent', at: job.createdAt }];
  if (job.fileVersion > 1) steps.push({ key: 'history.replaced', at: null });
  if (job.analysedAt) steps.push({ key: 'history.analysed', at: job.analysedAt });
  if (job.printFile?.origin === 'attached') steps.push({ key: 'history.attached', at: null });
  const verdict = reviewed[job.status];
  if (verdict) steps.push({ key: verdict, at: null });
  if (job.approvedAt && !verdict) {
    steps.push({ key: job.autoApproved ? 'history.approvedByRule' : 'history.approved', at: job.approvedAt });
  }
  steps.push(...job.attempts.flatMap(stepsOf));
  if (job.status === 'cancelled' && job.attempts.at(-1)?.status !== 'cancelled') {
    steps.push({ key: 'history.cancelled', at: null });
  }
  if (job.pickUp) steps.push({ key: 'history.onShelf', at: job.pickUp.readyAt });
  if (job.pickUp?.endedAs) steps.push({ key: leavings[job.pickUp.endedAs], at: job.pickUp.endedAt });
  return steps;
}

const ends: Partial<Record<Attempt['status'], MessageKey>> = {
  completed: 'history.printed',
  failed: 'history.failed',
  cancelled: 'history.stopped',
};

/** A start that came to nothing and was tried again by itself is nobody's concern. */
function stepsOf({ startedAt, endedAt, status, cause, picture }: Attempt): HistoryStep[] {
  const end = ends[status];
  if (!startedAt) return status === 'failed' ? [{ key: 'history.failed', at: endedAt, cause }] : [];
  const start: HistoryStep = { key: 'history.started', at: startedAt };
  return end
    ? [start, { key: end, at: endedAt, ...(status === 'failed' && { cause, picture: picture?.url }) }]
    : [start];
}
