import { Injectable } from '@nestjs/common';
import type { ChangePrinterFacts, PrinterFacts } from '#libs/contracts';
import { isAdminOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { findForStaff } from './find-for-staff.js';
import { PrinterFactsRepository } from './printer-facts.repository.js';
import { PrinterRepository } from './printer.repository.js';
import { lockHubPlan } from '../planning/lock-hub-plan.js';

/** Says what a printer is as a machine: files are checked, models sliced and prints planned by it. */
@Injectable()
export class PrinterFactsService {
  constructor(
    private readonly database: Database,
    private readonly printers: PrinterRepository,
    private readonly repository: PrinterFactsRepository,
  ) {}

  /** @throws Problem `not_found` */
  async show(idOrSlug: string, viewer: Viewer): Promise<PrinterFacts> {
    const { id } = await findForStaff(this.printers, viewer, idOrSlug);
    const facts = await this.repository.find(this.database, id);
    if (facts === undefined) throw new Problem('not_found');
    return facts;
  }

  /**
   * Holds for files that are read from now on; what is queued is planned anew.
   * @throws Problem `not_found`, `auth.forbidden` to anybody but administrators, `precondition.failed`
   */
  async change(
    idOrSlug: string,
    changes: ChangePrinterFacts,
    { viewer, ifMatch }: { viewer: Viewer; ifMatch?: readonly number[] | undefined },
  ): Promise<PrinterFacts> {
    const { id, hubId, hub } = await findForStaff(this.printers, viewer, idOrSlug);
    if (!isAdminOf(viewer, hubId)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await lockHubPlan(tx, hubId);
      const facts = await this.repository.lock(tx, id);
      if (facts === undefined) throw new Problem('not_found');
      if (ifMatch?.includes(facts.version) === false) throw new Problem('precondition.failed');
      await this.repository.save(tx, id, { ...facts, ...changes });
      const subject = { subjectType: 'printer' as const, subjectId: id, hubId };
      tx.record({ accountId: viewer.accountId, action: 'printer.change', ...subject, details: { ...changes } });
      tx.enqueue('print.plan', { hubId });
      tx.changed(hub, 'printers', 'queue');
    });
    return this.show(id, viewer);
  }
}
