import { Injectable } from '@nestjs/common';
import { Calendar } from '#libs/booking';
import type { AttemptState, PrinterStatus } from '#libs/contracts';
import { Account } from '#libs/people';
import { Clock, enqueueMail, type MailRequest, type Transaction } from '#libs/platform';
import { AttemptRepository, type AttemptChanges, type AttemptContext } from './attempt.repository.js';
import { clearingMinutes } from './rules/clearing.js';
import { commandLifetimeMs } from './rules/after-refusal.js';
import { foldObservation, hasEnded, type PrintObservation } from './rules/fold-observation.js';

const calendarStepMs = 60_000;

/** A print seen on a machine at some instant. */
export interface Sighting extends PrintObservation {
  at: Date;
  cause: string | null;
  progress?: number;
  estimatedEndAt?: Date | null;
}

const mailOfOutcome: Partial<Record<AttemptState, MailRequest['template']>> = {
  completed: 'printReady',
  failed: 'printFailed',
};

/** Turns what was seen of a print into the state of its attempt, its job and the calendar. */
@Injectable()
export class AttemptOutcomeService {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  /** What a printer's snapshot says of the attempt that runs on it. */
  async foldStatus(tx: Transaction, attempt: AttemptContext, status: PrinterStatus): Promise<void> {
    const at = new Date(status.observedAt);
    if (status.job?.startToken === attempt.startToken) {
      const { outcome, progress, etaSeconds } = status.job;
      const estimatedEndAt = etaSeconds === null ? null : new Date(at.getTime() + etaSeconds * 1000);
      const cause = status.reason?.code ?? null;
      await this.fold(tx, attempt, { state: status.state, outcome, at, cause, progress, estimatedEndAt });
    } else if (isOutOfSight(status)) {
      await this.fold(tx, attempt, { state: status.state, outcome: null, at, cause: null });
    } else {
      await this.foldAbsence(tx, attempt, at);
    }
  }

  /** Folds one sighting into an attempt that the caller has locked. */
  async fold(tx: Transaction, attempt: AttemptContext, sighting: Sighting): Promise<void> {
    const to = foldObservation(attempt.status, sighting);
    if (hasEnded(attempt.status)) return;
    // A start that is on its way has not been seen, so it cannot be lost from sight either.
    if (attempt.status === 'dispatching' && to === 'unknown') return;
    await this.attempts.move(tx, attempt, { to, changes: changesOf(attempt, to, sighting) });
    if (hasEnded(to)) await this.end(tx, attempt, { to, at: sighting.at });
    else if (sighting.estimatedEndAt) await this.prolong(tx, attempt, sighting.estimatedEndAt);
  }

  /** Whose plate is clear has nothing left on the printer: its last job is done, and its time is over. */
  async releasePlate(tx: Transaction, printerId: string): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE print_job j SET status = 'done', version = version + 1, updated_at = $2
       FROM print_attempt t
       WHERE t.print_job_id = j.id AND t.printer_id = $1 AND t.status = 'completed' AND j.status = 'awaiting_clear'`,
      [printerId, now],
    );
    const kept = await tx.query<{ id: string }>(
      `SELECT t.id FROM print_attempt t JOIN allocation a ON a.print_attempt_id = t.id
       WHERE a.resource_id = $1 AND a.active AND upper(a.during) > $2 AND t.ended_at IS NOT NULL`,
      [printerId, now],
    );
    for (const { id } of kept) await this.calendar.endPrint(tx, { attemptId: id, at: now });
  }

  /**
   * The printer is in sight and our print is not on it. A start that can no longer arrive never happened, and the job
   * goes back to the queue; a print that was seen before is lost, which a person has to look at.
   */
  private async foldAbsence(tx: Transaction, attempt: AttemptContext, at: Date): Promise<void> {
    const canStillStart = at.getTime() < attempt.dispatchedAt.getTime() + commandLifetimeMs;
    if (attempt.startedAt !== null) {
      const isLost = attempt.status !== 'unknown' && attempt.status !== 'cancelling';
      if (isLost) await this.attempts.move(tx, attempt, { to: 'unknown', changes: { cause: 'not_on_printer' } });
      return;
    }
    if (canStillStart) return;
    const jobStatus = attempt.status === 'cancelling' ? 'cancelled' : 'queued';
    await this.attempts.move(tx, attempt, {
      to: 'cancelled',
      changes: { cause: 'never_started', endedAt: at },
      jobStatus,
    });
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at });
    tx.enqueue('print.plan', { hubId: attempt.hubId });
  }

  private async end(
    tx: Transaction,
    attempt: AttemptContext,
    { to, at }: { to: AttemptState; at: Date },
  ): Promise<void> {
    const clearedAt = new Date(at.getTime() + clearingMinutes * 60_000);
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at: clearedAt });
    tx.record({
      accountId: null,
      action: `print-attempt.${to}`,
      subjectType: 'print_job',
      subjectId: attempt.printJobId,
      details: { attempt: attempt.number },
    });
    tx.enqueue('print.plan', { hubId: attempt.hubId });
    const template = mailOfOutcome[to];
    if (template === undefined) return;
    const owner = await tx.manager.findOneByOrFail(Account, { id: attempt.accountId });
    enqueueMail(tx, { to: owner.email, locale: owner.locale, template, params: { fileName: attempt.fileName } });
  }

  /** The calendar follows the estimate; when it meets a booking, staff see it in the log of the job. */
  private async prolong(tx: Transaction, attempt: AttemptContext, estimatedEndAt: Date): Promise<void> {
    const to = new Date(estimatedEndAt.getTime() + clearingMinutes * 60_000);
    const driftMs = Math.abs(to.getTime() - (attempt.occupiedUntil?.getTime() ?? 0));
    // A calendar that is right to the minute need not be written twice a second.
    if (driftMs < calendarStepMs) return;
    const outcome = await this.calendar.prolongPrint(tx, { attemptId: attempt.id, to });
    if (outcome !== 'collides') return;
    const [known] = await tx.query(
      `SELECT 1 FROM audit_entry WHERE subject_type = 'print_job' AND subject_id = $1
         AND action = 'print-attempt.runs-into-booking' AND details ->> 'attempt' = $2 LIMIT 1`,
      [attempt.printJobId, String(attempt.number)],
    );
    if (known !== undefined) return;
    tx.record({
      accountId: null,
      action: 'print-attempt.runs-into-booking',
      subjectType: 'print_job',
      subjectId: attempt.printJobId,
      details: { attempt: attempt.number, at: this.clock.now().toISOString() },
    });
  }
}

function isOutOfSight({ state }: PrinterStatus): boolean {
  return state === 'offline' || state === 'unknown' || state === 'starting';
}

function changesOf(attempt: AttemptContext, to: AttemptState, sighting: Sighting): AttemptChanges {
  const wasSeen = to !== 'dispatching' && to !== 'unknown';
  return {
    ...(attempt.startedAt === null && wasSeen && { startedAt: sighting.at }),
    ...(hasEnded(to) && { endedAt: sighting.at, estimatedEndAt: null, cause: sighting.cause }),
    ...(to === 'completed' && { progress: 1 }),
    ...(!hasEnded(to) && sighting.progress !== undefined && { progress: sighting.progress }),
    ...(!hasEnded(to) && sighting.estimatedEndAt !== undefined && { estimatedEndAt: sighting.estimatedEndAt }),
  };
}
