import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload, PrinterCommand, RejectionCode } from '#libs/contracts';
import { Clock, Database, HandlesJob, type JobRun } from '#libs/platform';
import { AttemptEndingService } from '../dispatch/attempt-ending.service.js';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { BridgeLink, type CommandResult } from '../bridge/bridge-link.js';
import { PrinterRepository } from './printer.repository.js';
import { commandLifetimeMs, startsUntil } from '../rules/after-refusal.js';

const answerMs = 20_000;

/** A printer that answers so to a cancel will not do it later either. */
const lastWords: readonly RejectionCode[] = ['not_supported', 'printer_error', 'expectation_failed'];

/** Carries pause, resume, cancel and "plate cleared" to the bridge. */
@Injectable()
export class PrinterCommandService {
  private readonly logger = new Logger(PrinterCommandService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptRepository,
    private readonly printers: PrinterRepository,
    private readonly link: BridgeLink,
    private readonly endings: AttemptEndingService,
  ) {}

  @HandlesJob('printer.command')
  async carry(payload: JobPayload<'printer.command'>, run: JobRun): Promise<void> {
    const line = await this.printers.lineOf(payload.printerId);
    // Waiting for a bridge that is away would only hold up the others. A cancel is repeated when it is back.
    if (line === undefined || !line.isOnline) return;
    const { address } = line;
    const result = await this.link.send(address, this.toCommand(payload), answerMs);
    if (result.phase === 'done') return;
    if (result.phase === 'timeout' && !run.isLastTry) throw new Error('the bridge has not answered');
    this.logger.warn(`${payload.type} for ${address.printer}: ${result.phase} ${result.code ?? ''}`);
    if (payload.type === 'cancel') await this.settleCancel(payload, result);
    // Whatever we believed of this printer was wrong; a fresh snapshot puts it right.
    await this.link.requestRebirth(address);
  }

  /** The job and attempt name the print that is meant; the bridge knows it also while it only fetches its file. */
  private toCommand({ commandId, type, printJobId, attempt }: JobPayload<'printer.command'>): PrinterCommand {
    const base = {
      v: 1 as const,
      id: commandId,
      expect: { state: null, session: null, jobId: null },
      expiresAt: new Date(this.clock.now().getTime() + commandLifetimeMs).toISOString(),
    };
    if (type === 'clear_plate') return { ...base, type };
    if (printJobId === null || attempt === null) throw new Error(`${type} without a print`);
    return { ...base, type, jobId: printJobId, attempt };
  }

  /**
   * A print that is not there needs no stopping, once its start cannot arrive any more. One that the printer will not
   * stop goes on: the next snapshot says how. After every other answer it stays `cancelling`, and is told again.
   */
  private async settleCancel(
    { printJobId, attempt }: JobPayload<'printer.command'>,
    { phase, code }: CommandResult,
  ): Promise<void> {
    if (printJobId === null || attempt === null) return;
    await this.database.transaction(async (tx) => {
      const current = await this.attempts.lock(tx, { printJobId, number: attempt });
      if (current?.status !== 'cancelling') return;
      const canStillStart = current.startedAt === null && this.clock.now() < startsUntil(current.dispatchedAt);
      if (phase === 'rejected' && code === 'wrong_job' && !canStillStart) {
        await this.endings.dropCancelled(tx, current, 'not_on_printer');
      } else if (current.startedAt !== null && code !== null && lastWords.includes(code)) {
        await this.attempts.move(tx, current, { to: 'unknown', changes: { cause: 'cancel_refused' } });
      } else return;
      tx.changed(current.hub, 'printers', 'queue', 'board');
    });
  }
}
