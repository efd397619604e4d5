import { Injectable } from '@nestjs/common';
import type { JobPayload, PrinterState } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Database, Problem, type AuditAction } from '#libs/platform';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { enqueueCommand } from '../dispatch/enqueue-command.js';
import { PrintCancelService } from '../job/print-cancel.service.js';
import { findForStaff } from './find-for-staff.js';
import { PrinterRepository, type PrinterRow } from './printer.repository.js';

const allowedIn: Record<'pause' | 'resume', readonly PrinterState[]> = {
  pause: ['preparing', 'printing'],
  resume: ['paused', 'attention'],
};

/** The part on the plate is still being made. */
const atWork: readonly PrinterState[] = ['preparing', 'printing', 'paused', 'attention', 'cancelling'];

type CommandType = JobPayload<'printer.command'>['type'];

const recordedAs = {
  pause: 'printer.pause',
  resume: 'printer.resume',
  cancel: 'printer.cancel',
  clear_plate: 'printer.clear-plate',
} as const satisfies Record<CommandType, AuditAction>;

/** Staff run the printers. What becomes of a command is seen on the printer, not here. */
@Injectable()
export class PrinterControlService {
  constructor(
    private readonly database: Database,
    private readonly printers: PrinterRepository,
    private readonly cancels: PrintCancelService,
    private readonly attempts: AttemptRepository,
  ) {}

  /** @throws Problem `printer.wrong_state` when there is nothing to pause or resume */
  async pauseOrResume(viewer: Viewer, idOrSlug: string, type: 'pause' | 'resume'): Promise<void> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    const { printJobId, attempt } = printer;
    if (!allowedIn[type].includes(printer.state) || printJobId === null || attempt === null) {
      throw new Problem('printer.wrong_state');
    }
    await this.command(viewer, printer, { type, attempt: { printJobId, number: attempt } });
  }

  /**
   * Stops the print on the printer.
   * @throws Problem `printer.wrong_state` when there is none, `print.wrong_state` when it is being stopped already
   */
  async cancel(viewer: Viewer, idOrSlug: string): Promise<void> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    if (printer.printJobId === null) throw new Problem('printer.wrong_state');
    await this.cancels.cancel(viewer, printer.printJobId);
  }

  /**
   * Somebody has looked: the plate is empty. The next print may start once the bridge has it too.
   * @throws Problem `printer.wrong_state` when it is clear already or something moves on it, `printer.unreachable`
   */
  async clearPlate(viewer: Viewer, idOrSlug: string): Promise<void> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    if (printer.plate !== 'awaiting_clear' || atWork.includes(printer.state)) throw new Problem('printer.wrong_state');
    if (printer.state === 'offline') throw new Problem('printer.unreachable');
    await this.command(viewer, printer, { type: 'clear_plate' });
  }

  private async command(
    viewer: Viewer,
    printer: PrinterRow,
    command: { type: CommandType; attempt?: { printJobId: string; number: number } },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const paused = command.type === 'pause' && (await this.attempts.lockRunning(tx, { printerId: printer.id }));
      if (paused) await this.attempts.notePause(tx, paused.id, viewer.accountId);
      enqueueCommand(tx, { ...command, printerId: printer.id });
      tx.record({
        accountId: viewer.accountId,
        action: recordedAs[command.type],
        subjectType: 'printer',
        subjectId: printer.id,
        details: command.attempt && { ...command.attempt },
      });
    });
  }
}
