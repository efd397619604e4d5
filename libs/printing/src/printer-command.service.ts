import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload, PrinterCommand } from '#libs/contracts';
import { Clock, Database, HandlesJob, type JobRun } from '#libs/platform';
import { AttemptRepository } from './attempt.repository.js';
import { BridgeLink } from './bridge-link.js';
import { PrinterRepository } from './printer.repository.js';
import { commandLifetimeMs } from './rules/after-refusal.js';

const answerMs = 20_000;

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
  ) {}

  @HandlesJob('printer.command')
  async carry(payload: JobPayload<'printer.command'>, run: JobRun): Promise<void> {
    const address = await this.printers.addressOf(payload.printerId);
    if (address === undefined) return;
    const result = await this.link.send(address, this.toCommand(payload), answerMs);
    if (result.phase === 'done') return;
    if (result.phase === 'timeout' && !run.isLastTry) throw new Error('the bridge has not answered');
    this.logger.warn(`${payload.type} for ${address.printer}: ${result.phase} ${result.code ?? ''}`);
    if (payload.type === 'cancel') await this.doubtCancel(payload);
    // Whatever we believed of this printer was wrong; a fresh snapshot puts it right.
    await this.link.requestRebirth(address);
  }

  private toCommand({ commandId, type, printJobId, attempt }: JobPayload<'printer.command'>): PrinterCommand {
    const base = {
      v: 1 as const,
      id: commandId,
      expect: { state: null, session: null, jobId: printJobId },
      expiresAt: new Date(this.clock.now().getTime() + commandLifetimeMs).toISOString(),
    };
    if (type === 'clear_plate') return { ...base, type };
    if (printJobId === null || attempt === null) throw new Error(`${type} without a print`);
    return { ...base, type, jobId: printJobId, attempt };
  }

  /** The printer would not stop it. If it prints, the next snapshot says so; if it never started, that one, too. */
  private async doubtCancel({ printJobId, attempt }: JobPayload<'printer.command'>): Promise<void> {
    if (printJobId === null || attempt === null) return;
    await this.database.transaction(async (tx) => {
      const current = await this.attempts.lock(tx, { printJobId, number: attempt });
      if (current?.status === 'cancelling' && current.startedAt !== null) {
        await this.attempts.move(tx, current, { to: 'unknown', changes: { cause: 'cancel_refused' } });
        tx.changed(current.hub, 'printers', 'queue', 'board');
      }
    });
  }
}
