import { Injectable } from '@nestjs/common';
import type { LoadSpool, Spool } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { FilamentDesk, recordSpoolAct } from './filament-desk.js';
import { LoadedFilamentRepository } from './loaded-filament.repository.js';
import { SpoolRepository, type SpoolRow } from './spool.repository.js';
import { SpoolService, type SpoolName } from './spool.service.js';
import { PrinterRepository } from '../printer/printer.repository.js';

/** What is in the printers. */
@Injectable()
export class SpoolLoading {
  constructor(
    private readonly clock: Clock,
    private readonly desk: FilamentDesk,
    private readonly spools: SpoolRepository,
    private readonly loaded: LoadedFilamentRepository,
    private readonly printers: PrinterRepository,
    private readonly books: SpoolService,
  ) {}

  /**
   * Puts a spool on a printer; what was in that place, and where the spool was, is empty then. A print that runs there
   * takes the rest of its filament from it.
   * @throws Problem `not_found`, `auth.forbidden`, `spool.archived`
   */
  async load({ hub: hubName, number }: SpoolName, { printer, tool }: LoadSpool, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    const printerId = await this.printers.findIdBySlug(hub.id, printer);
    if (printerId === undefined) throw new Problem('not_found');
    await this.desk.change(hub, async (tx) => {
      const spool = await this.lock(tx, { hubId: hub.id, number });
      if (spool.archivedAt !== null) throw new Problem('spool.archived');
      await this.loaded.load(tx, { spoolId: spool.id, printerId, tool });
      const details = { number, printer, tool };
      recordSpoolAct(tx, hub.id, { viewer, action: 'spool.load', spoolId: spool.id, details });
    });
    return this.books.show({ hub: hub.id, number }, viewer);
  }

  /**
   * Takes a spool off its printer. Nothing is started there until something is put in, or said to be.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async unload({ hub: hubName, number }: SpoolName, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    await this.desk.change(hub, async (tx) => {
      const spool = await this.lock(tx, { hubId: hub.id, number });
      if (spool.printer === null) return;
      await this.loaded.unload(tx, spool.id);
      const details = { number, printer: spool.printer };
      recordSpoolAct(tx, hub.id, { viewer, action: 'spool.unload', spoolId: spool.id, details });
    });
    return this.books.show({ hub: hub.id, number }, viewer);
  }

  /**
   * Puts a spool away for good, or takes it up again. One that is loaded is taken off its printer.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async setArchived({ hub: hubName, number }: SpoolName, isArchived: boolean, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    const action = isArchived ? 'spool.archive' : 'spool.restore';
    await this.desk.change(hub, async (tx) => {
      const spool = await this.lock(tx, { hubId: hub.id, number });
      if ((spool.archivedAt !== null) === isArchived) return;
      if (spool.printer !== null) await this.loaded.unload(tx, spool.id);
      await this.spools.setArchived(tx, spool, isArchived ? this.clock.now() : null);
      recordSpoolAct(tx, hub.id, { viewer, action, spoolId: spool.id, details: { number } });
    });
    return this.books.show({ hub: hub.id, number }, viewer);
  }

  /**
   * Says by hand what is in a printer without a spool of the books; null when nobody knows.
   * @throws Problem `not_found`, `spool.loaded` when there is one
   */
  async state(idOrSlug: string, material: string | null, viewer: Viewer): Promise<void> {
    const [printer] = await this.printers.list({ printer: idOrSlug }, viewer.locale);
    if (printer === undefined || !isStaffOf(viewer, printer.hubId)) throw new Problem('not_found');
    await this.desk.change({ id: printer.hubId, slug: printer.hub }, async (tx) => {
      if (!(await this.loaded.state(tx, printer.id, material))) throw new Problem('spool.loaded');
      tx.record({
        accountId: viewer.accountId,
        action: 'printer.state-material',
        subjectType: 'printer',
        subjectId: printer.id,
        hubId: printer.hubId,
        details: { printer: printer.slug, material },
      });
    });
  }

  private async lock(tx: Transaction, of: { hubId: string; number: number }): Promise<SpoolRow> {
    const spool = await this.spools.lock(tx, of);
    if (spool === undefined) throw new Problem('not_found');
    return spool;
  }
}
