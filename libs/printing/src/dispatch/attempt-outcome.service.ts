import { Injectable } from '@nestjs/common';
import { Calendar, DelayedBookings } from '#libs/booking';
import type { AttemptState, PrinterStatus } from '#libs/contracts';
import { Clock, type Transaction } from '#libs/platform';
import { AttemptEndingService } from './attempt-ending.service.js';
import { AttemptRepository, type AttemptChanges, type AttemptContext } from './attempt.repository.js';
import { startsUntil } from '../rules/after-refusal.js';
import { keptUntil } from '../rules/clearing.js';
import { foldObservation, hasEnded } from '../rules/fold-observation.js';
import { sightingOf, type Sighting } from '../rules/sighting.js';

const collision = 'print-attempt.runs-into-booking';

/** Turns what was seen of a print into the state of its attempt, its job and the calendar. */
@Injectable()
export class AttemptOutcomeService {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly endings: AttemptEndingService,
    private readonly calendar: Calendar,
    private readonly delayed: DelayedBookings,
    private readonly clock: Clock,
  ) {}

  /** What a printer's snapshot says of the attempt that runs on it. */
  async foldStatus(tx: Transaction, attempt: AttemptContext, status: PrinterStatus): Promise<void> {
    const at = new Date(status.observedAt);
    if (status.job?.startToken === attempt.startToken) {
      await this.fold(tx, attempt, sightingOf(status, status.job));
    } else if (isOutOfSight(status)) {
      const cause = `printer_${status.state}`;
      await this.fold(tx, attempt, { state: status.state, outcome: null, at, cause, startedAt: null });
    } else {
      await this.foldAbsence(tx, attempt, at);
    }
  }

  /** Folds one sighting into an attempt that the caller has locked. */
  async fold(tx: Transaction, attempt: AttemptContext, sighting: Sighting): Promise<void> {
    if (hasEnded(attempt.status)) return;
    const to = foldObservation(attempt.status, sighting);
    await this.attempts.move(tx, attempt, { to, changes: changesOf(attempt, to, sighting) });
    if (hasEnded(to)) await this.endings.conclude(tx, attempt, { to, ...endOf(attempt, sighting) });
    else if (sighting.startedAt !== null) await this.keepPrinter(tx, attempt, sighting.estimatedEndAt ?? null);
  }

  /**
   * The printer is in sight and our print is not on it. One that was seen before is lost, which a person has to look
   * at. Of a start that is overdue only the bridge knows whether it is still fetching the file, so it is asked again:
   * the command is known to it, or refused as too old. A cancel is decided by its own answer.
   */
  private async foldAbsence(tx: Transaction, attempt: AttemptContext, at: Date): Promise<void> {
    const isLost = attempt.status === 'unknown' && attempt.cause === 'not_on_printer';
    if (isLost || attempt.status === 'cancelling') return;
    if (attempt.startedAt !== null) {
      await this.attempts.move(tx, attempt, { to: 'unknown', changes: { cause: 'not_on_printer' } });
    } else if (attempt.status === 'unknown' && attempt.cause === 'crashed') {
      await this.endings.giveBack(tx, attempt, { cause: 'never_started', mayWait: true });
    } else if (at >= startsUntil(attempt.dispatchedAt)) {
      const { printJobId, number } = attempt;
      tx.enqueue('print.dispatch', { printJobId, attempt: number }, { jobId: printJobId });
    }
  }

  private async keepPrinter(tx: Transaction, attempt: AttemptContext, estimatedEndAt: Date | null): Promise<void> {
    const to = keptUntil({ occupiedUntil: attempt.occupiedUntil, estimatedEndAt, now: this.clock.now() });
    if (to === null) return;
    const outcome = await this.calendar.prolongPrint(tx, { attemptId: attempt.id, to });
    if (outcome === 'collides') await this.tellCollision(tx, attempt, to);
  }

  /** Once for an attempt: a letter to whoever comes next, and an entry in the log of the job, where staff see it. */
  private async tellCollision(tx: Transaction, attempt: AttemptContext, to: Date): Promise<void> {
    const { printJobId, number } = attempt;
    const [known] = await tx.query(
      `SELECT 1 FROM audit_entry WHERE subject_type = 'print_job' AND subject_id = $1
         AND action = $2 AND details ->> 'attempt' = $3 LIMIT 1`,
      [printJobId, collision, String(number)],
    );
    if (known !== undefined) return;
    const from = attempt.occupiedUntil ?? this.clock.now();
    await this.delayed.warn(tx, { resourceId: attempt.printerId, from, to });
    tx.record({
      accountId: null,
      action: collision,
      subjectType: 'print_job',
      subjectId: printJobId,
      details: { attempt: number },
    });
  }
}

/** Some printers say that they are at the start again once a print is stopped: what counts is how far it was seen. */
function endOf(attempt: AttemptContext, { at, cause, progress = 0, filamentMillimetres }: Sighting) {
  return { at, cause, progress: Math.max(attempt.progress ?? 0, progress), filamentMillimetres };
}

function isOutOfSight({ state }: PrinterStatus): boolean {
  return state === 'offline' || state === 'unknown' || state === 'starting';
}

function changesOf(attempt: AttemptContext, to: AttemptState, sighting: Sighting): AttemptChanges {
  const { at, cause, progress, estimatedEndAt, startedAt } = sighting;
  const isFound = attempt.startedAt === null && startedAt !== null;
  const common = { ...(isFound && { startedAt }) };
  if (hasEnded(to)) {
    return { ...common, cause, endedAt: at, estimatedEndAt: null, ...(to === 'completed' && { progress: 1 }) };
  }
  // What the printer says of a print it does not show is no cause of anything, unless it takes it from our sight.
  const tellsCause = startedAt !== null || (to === 'unknown' && attempt.status !== 'unknown');
  return {
    ...common,
    ...(tellsCause && { cause }),
    ...(progress !== undefined && { progress }),
    ...(estimatedEndAt !== undefined && { estimatedEndAt }),
  };
}
