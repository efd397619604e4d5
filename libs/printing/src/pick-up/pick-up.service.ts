import { Injectable } from '@nestjs/common';
import type { PickUpEnd } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type AuditAction } from '#libs/platform';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { PickUpRepository } from './pick-up.repository.js';

const recordedAs = {
  collected: 'print-job.collect',
  disposed: 'print-job.dispose',
} as const satisfies Record<PickUpEnd, AuditAction>;

/** How parts leave the shelf. */
@Injectable()
export class PickUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
    private readonly pickUps: PickUpRepository,
  ) {}

  /**
   * The owner has come, or staff have handed it over.
   * @throws Problem `not_found` to anybody else, `print.wrong_state` when it is not on the shelf
   */
  collect(viewer: Viewer, printJobId: string): Promise<void> {
    return this.end(viewer, printJobId, 'collected');
  }

  /**
   * Nobody came for it.
   * @throws Problem `not_found`, `auth.forbidden` to its owner, `print.wrong_state` before its time is over
   */
  dispose(viewer: Viewer, printJobId: string): Promise<void> {
    return this.end(viewer, printJobId, 'disposed');
  }

  private async end(viewer: Viewer, printJobId: string, as: PickUpEnd): Promise<void> {
    const job = await this.jobs.find(printJobId);
    const isStaff = job !== null && isStaffOf(viewer, job.hubId);
    if (job === null || !(isStaff || job.accountId === viewer.accountId)) throw new Problem('not_found');
    if (as === 'disposed' && !isStaff) throw new Problem('auth.forbidden');
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      const isEnded = await this.pickUps.end(tx, printJobId, { as, at: this.clock.now() });
      if (!isEnded) throw new Problem('print.wrong_state');
      tx.record({
        accountId: viewer.accountId,
        action: recordedAs[as],
        subjectType: 'print_job',
        subjectId: printJobId,
      });
      if (hub !== undefined) tx.changed(hub.slug, 'queue');
    });
  }
}
