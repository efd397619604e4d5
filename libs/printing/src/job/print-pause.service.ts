import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { enqueueCommand } from '../dispatch/enqueue-command.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { findOwnPrint } from './find-own-print.js';
import { PrintJobRepository } from './print-job.repository.js';

/** The owner, or staff, hold a print that runs. What becomes of it is seen on the printer, not here. */
@Injectable()
export class PrintPauseService {
  constructor(
    private readonly database: Database,
    private readonly jobs: PrintJobRepository,
    private readonly attempts: AttemptRepository,
    private readonly printers: PrinterRepository,
  ) {}

  /** @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it does not print */
  pause(viewer: Viewer, printJobId: string): Promise<void> {
    return this.command(viewer, printJobId, 'pause');
  }

  /**
   * Whoever is not at the printer cannot know why others have stopped it, so an owner ends only his or her own pause.
   * @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it is not paused,
   *   `print.paused_by_others` to its owner when somebody else, or the printer itself, has paused it
   */
  resume(viewer: Viewer, printJobId: string): Promise<void> {
    return this.command(viewer, printJobId, 'resume');
  }

  private async command(viewer: Viewer, printJobId: string, type: 'pause' | 'resume'): Promise<void> {
    const job = await findOwnPrint(this.jobs, viewer, printJobId);
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      const attempt = await this.attempts.lockRunning(tx, { printJobId });
      if (attempt?.status !== (type === 'pause' ? 'printing' : 'paused')) throw new Problem('print.wrong_state');
      if (type === 'pause') await this.attempts.notePause(tx, attempt.id, viewer.accountId);
      else if (attempt.pausedBy !== viewer.accountId && !isStaffOf(viewer, job.hubId)) {
        throw new Problem('print.paused_by_others');
      }
      enqueueCommand(tx, { type, printerId: attempt.printerId, attempt });
      tx.record({
        accountId: viewer.accountId,
        action: `print-job.${type}`,
        subjectType: 'print_job',
        subjectId: job.id,
      });
      if (hub !== undefined) tx.changed(hub.slug, 'queue', 'printers');
    });
  }
}
