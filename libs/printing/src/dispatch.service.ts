import { Injectable } from '@nestjs/common';
import { Calendar } from '#libs/booking';
import type { JobPayload, RejectionCode } from '#libs/contracts';
import { Clock, Database, HandlesJob, type JobRun, type Transaction } from '#libs/platform';
import { AttemptRepository, type AttemptContext } from './attempt.repository.js';
import { BridgeLink, type CommandResult } from './bridge-link.js';
import { PrintFileLink } from './print-file-link.js';
import { PrinterRepository } from './printer.repository.js';
import { afterRefusal, commandLifetimeMs, deferralMs } from './rules/after-refusal.js';

const answerMs = 30_000;
/** A slow line between the hub and the server, bytes per millisecond. */
const slowestTransfer = 250;

/** Carries one attempt to its printer: sends `start` and acts on the answer. The evidence of printing comes later. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptRepository,
    private readonly printers: PrinterRepository,
    private readonly link: BridgeLink,
    private readonly files: PrintFileLink,
    private readonly calendar: Calendar,
  ) {}

  @HandlesJob('print.dispatch')
  async dispatch({ printJobId, attempt: number }: JobPayload<'print.dispatch'>, run: JobRun): Promise<void> {
    const attempt = await this.database.transaction((tx) => this.attempts.lock(tx, { printJobId, number }));
    if (attempt?.status !== 'dispatching') return;
    const result = await this.sendStart(attempt);
    // The same command goes out again; the bridge acts on its id once.
    if (result.phase === 'timeout' && !run.isLastTry) throw new Error('the bridge has not answered');
    if (result.phase !== 'done') await this.database.transaction((tx) => this.conclude(tx, attempt, result));
  }

  private async sendStart(attempt: AttemptContext): Promise<CommandResult> {
    const address = await this.printers.addressOf(attempt.printerId);
    if (address === undefined) throw new Error(`printer ${attempt.printerId} has no bridge`);
    const sizeBytes = Number(attempt.fileBytes);
    const command = {
      v: 1 as const,
      id: attempt.commandId,
      type: 'start' as const,
      jobId: attempt.printJobId,
      attempt: attempt.number,
      startToken: attempt.startToken,
      expect: { state: 'idle' as const, session: null, jobId: null },
      expiresAt: new Date(this.clock.now().getTime() + commandLifetimeMs).toISOString(),
      args: { url: this.files.create(attempt.printJobId), sha256: attempt.fileSha256, sizeBytes },
    };
    return this.link.send(address, command, answerMs + sizeBytes / slowestTransfer);
  }

  private async conclude(tx: Transaction, sent: AttemptContext, result: CommandResult): Promise<void> {
    const attempt = await this.attempts.lock(tx, { printJobId: sent.printJobId, number: sent.number });
    // Meanwhile the printer itself may have been seen printing, or somebody may have cancelled.
    if (attempt?.status !== 'dispatching') return;
    if (result.phase === 'unknown' || result.phase === 'timeout') {
      await this.attempts.move(tx, attempt, { to: 'unknown', changes: { cause: result.code ?? 'no_answer' } });
    } else {
      await this.giveBack(tx, attempt, result.code ?? 'printer_error');
    }
    tx.changed(attempt.hub, 'queue', 'printers', 'board');
  }

  /** The printer did not take it: a busy printer is a reason to wait, a broken file is not. */
  private async giveBack(tx: Transaction, attempt: AttemptContext, code: RejectionCode): Promise<void> {
    const now = this.clock.now();
    const { attemptStatus, jobStatus } = afterRefusal(code, attempt.number);
    await this.attempts.move(tx, attempt, { to: attemptStatus, changes: { cause: code, endedAt: now }, jobStatus });
    await this.calendar.endPrint(tx, { attemptId: attempt.id, at: now });
    const runAt = new Date(now.getTime() + deferralMs);
    tx.enqueue('print.plan', { hubId: attempt.hubId }, { runAt });
  }
}
