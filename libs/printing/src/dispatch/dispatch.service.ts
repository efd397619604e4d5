import { Injectable } from '@nestjs/common';
import type { JobPayload, PrinterCommand } from '#libs/contracts';
import { Clock, Database, HandlesJob, type JobRun, type Transaction } from '#libs/platform';
import { AttemptEndingService } from './attempt-ending.service.js';
import { AttemptRepository, type AttemptContext } from './attempt.repository.js';
import { BridgeLink, type CommandResult } from '../bridge/bridge-link.js';
import { PrintFileLink } from '../upload/print-file-link.js';
import { isPassing, startsUntil } from '../rules/after-refusal.js';

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
    private readonly link: BridgeLink,
    private readonly files: PrintFileLink,
    private readonly endings: AttemptEndingService,
  ) {}

  /**
   * The same command goes out however often it is tried: the bridge acts on its id once, and refuses it after its
   * time, so that a late question can be asked without starting anything.
   */
  @HandlesJob('print.dispatch')
  async dispatch({ printJobId, attempt: number }: JobPayload<'print.dispatch'>, run: JobRun): Promise<void> {
    const attempt = await this.database.transaction((tx) => this.attempts.lock(tx, { printJobId, number }));
    if (attempt === undefined || !awaitsStart(attempt)) return;
    const isOverdue = this.clock.now() >= startsUntil(attempt.dispatchedAt);
    const result = await this.sendStart(attempt);
    if (result.phase === 'timeout' && !run.isLastTry) throw new Error('the bridge has not answered');
    // What was told just now is seen in a moment. What was told long ago, and is not seen, is lost.
    if (result.phase === 'done' && !isOverdue) return;
    await this.database.transaction((tx) => this.conclude(tx, attempt, result));
  }

  private sendStart(attempt: AttemptContext): Promise<CommandResult> {
    const { hub, bridge, printer } = attempt;
    const sizeBytes = Number(attempt.fileBytes);
    const command: PrinterCommand = {
      v: 1,
      id: attempt.commandId,
      type: 'start',
      jobId: attempt.printJobId,
      attempt: attempt.number,
      startToken: attempt.startToken,
      expect: { state: 'idle', session: null, jobId: null },
      expiresAt: startsUntil(attempt.dispatchedAt).toISOString(),
      args: { url: this.files.create(attempt.printJobId), sha256: attempt.fileSha256, sizeBytes },
    };
    return this.link.send({ hub, bridge, printer }, command, answerMs + sizeBytes / slowestTransfer);
  }

  private async conclude(tx: Transaction, sent: AttemptContext, result: CommandResult): Promise<void> {
    const attempt = await this.attempts.lock(tx, { printJobId: sent.printJobId, number: sent.number });
    // Meanwhile the printer itself may have been seen printing, or somebody may have cancelled.
    if (attempt === undefined || !awaitsStart(attempt)) return;
    const { phase, code } = result;
    if (phase === 'rejected' || phase === 'failed') {
      const mayWait = isPassing({ phase, code });
      await this.endings.giveBack(tx, attempt, { cause: code ?? 'printer_error', mayWait });
    } else {
      const cause = phase === 'done' ? 'not_on_printer' : (code ?? 'no_answer');
      if (attempt.status === 'unknown' && attempt.cause === cause) return;
      await this.attempts.move(tx, attempt, { to: 'unknown', changes: { cause } });
    }
    tx.changed(attempt.hub, 'queue', 'printers', 'board');
  }
}

/** Nothing has been seen of it, so only the bridge can say what became of it. */
function awaitsStart({ status, startedAt }: AttemptContext): boolean {
  return startedAt === null && (status === 'dispatching' || status === 'unknown');
}
