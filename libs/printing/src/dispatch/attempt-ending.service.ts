import { Injectable } from '@nestjs/common';
import { Calendar } from '#libs/booking';
import { Account, tellStaff } from '#libs/people';
import { Clock, enqueueMail, type Transaction } from '#libs/platform';
import { FailurePictures } from '../camera/failure-picture.service.js';
import { FilamentUseRepository } from '../filament/filament-use.repository.js';
import { ShelfService } from '../pick-up/shelf.service.js';
import { AttemptRepository, type AttemptContext } from './attempt.repository.js';
import { afterRefusal, deferralMs } from '../rules/after-refusal.js';
import { countsForPerson, usedShare, type AttemptEnd } from '../rules/filament-use.js';
import type { EndedAttempt } from '../rules/fold-observation.js';
import { clearingMinutes } from '../rules/clearing.js';

/** What follows when an attempt is over: the calendar, the log of the job, the next plan, the owner's mail. */
@Injectable()
export class AttemptEndingService {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
    private readonly shelf: ShelfService,
    private readonly uses: FilamentUseRepository,
    private readonly pictures: FailurePictures,
  ) {}

  /** The print on the machine is over; the printer is kept until its part has been taken off. */
  async conclude(tx: Transaction, attempt: AttemptContext, { at, ...end }: AttemptEnd & { at: Date }): Promise<void> {
    const { to } = end;
    const clearedAt = new Date(at.getTime() + clearingMinutes * 60_000);
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at: clearedAt });
    await this.bookFilament(tx, attempt, end);
    record(tx, attempt, { outcome: to });
    tx.enqueue('print.plan', { hubId: attempt.hubId });
    if (to !== 'failed') return;
    await this.pictures.ask(tx, attempt);
    await this.tellOfFailure(tx, attempt);
  }

  /** It never started: its job waits a moment and is planned again, or a person has to look. */
  async giveBack(
    tx: Transaction,
    attempt: AttemptContext,
    { cause, mayWait }: { cause: string; mayWait: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    const { attemptStatus, jobStatus } = afterRefusal(mayWait, attempt.triesInVain);
    await this.attempts.move(tx, attempt, { to: attemptStatus, changes: { cause, endedAt: now }, jobStatus });
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at: now });
    await this.uses.release(tx, attempt.id);
    record(tx, attempt, { outcome: 'refused', cause });
    tx.enqueue('print.plan', { hubId: attempt.hubId }, { runAt: new Date(now.getTime() + deferralMs) });
    if (attemptStatus === 'failed') await this.tellOfFailure(tx, attempt);
  }

  /** Nobody wants it any more, and it is not on the printer. */
  async dropCancelled(tx: Transaction, attempt: AttemptContext, cause: string): Promise<void> {
    const now = this.clock.now();
    await this.attempts.move(tx, attempt, { to: 'cancelled', changes: { cause, endedAt: now } });
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at: now });
    await this.bookFilament(tx, attempt, { to: 'cancelled', cause, progress: attempt.progress });
    record(tx, attempt, { outcome: 'cancelled', cause });
    tx.enqueue('print.plan', { hubId: attempt.hubId });
  }

  /**
   * Whose plate is clear has nothing left on the printer: its last job is done, the part is on the shelf, and its time
   * is over.
   * @returns whether that freed anything
   */
  async releasePlate(tx: Transaction, printerId: string): Promise<boolean> {
    const done = await this.attempts.finishCleared(tx, printerId);
    for (const printJobId of done) await this.shelf.shelve(tx, printJobId);
    const kept = await this.attempts.findKept(tx, printerId);
    if (kept !== undefined) await this.calendar.endPrint(tx, { attemptId: kept, at: this.clock.now() });
    return done.length > 0 || kept !== undefined;
  }

  private async bookFilament(tx: Transaction, { id: attemptId }: AttemptContext, end: AttemptEnd): Promise<void> {
    const { filamentMillimetres } = end;
    const counts = countsForPerson(end);
    const at = this.clock.now();
    await this.uses.settle(tx, { attemptId, ...usedShare(end), filamentMillimetres, counts, at });
  }

  private async tellOfFailure(tx: Transaction, attempt: AttemptContext): Promise<void> {
    tellStaff(tx, { hubId: attempt.hubId, topic: 'print_failed', resourceId: attempt.printerId });
    const owner = await tx.manager.findOneByOrFail(Account, { id: attempt.accountId });
    enqueueMail(tx, {
      to: owner.email,
      locale: owner.locale,
      template: 'printFailed',
      params: { fileName: attempt.fileName },
    });
  }
}

function record(
  tx: Transaction,
  attempt: AttemptContext,
  end: { outcome: EndedAttempt | 'refused'; cause?: string },
): void {
  tx.record({
    accountId: null,
    action: `print-attempt.${end.outcome}`,
    subjectType: 'print_job',
    subjectId: attempt.printJobId,
    details: { attempt: attempt.number, ...(end.cause !== undefined && { cause: end.cause }) },
  });
}
