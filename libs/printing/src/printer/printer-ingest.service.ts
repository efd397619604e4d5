import { Injectable } from '@nestjs/common';
import type { PrinterEvent, PrinterStatus } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';
import type { BridgeAddress } from '../bridge/bridge.repository.js';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { PrinterReportRepository } from './printer-report.repository.js';
import type { PrinterAddress } from './printer.repository.js';
import { ReportFoldingService } from './report-folding.service.js';
import { ReportSorter, type KnownBefore, type PrinterReport } from './report-sorter.js';

/**
 * Folds what printers report into the database: many reports in one transaction, a printer's in the order in which they
 * came and under its row lock. A report that was heard before, or a snapshot older than one heard before, changes nothing.
 */
@Injectable()
export class PrinterIngestService {
  constructor(
    private readonly database: Database,
    private readonly reports: PrinterReportRepository,
    private readonly attempts: AttemptRepository,
    private readonly folding: ReportFoldingService,
    private readonly clock: Clock,
  ) {}

  /** @returns bridges of whose events one is missing */
  async foldAll(reports: readonly PrinterReport[]): Promise<BridgeAddress[]> {
    return this.database.transaction(async (tx) => {
      const sorter = new ReportSorter(await this.known(tx, reports));
      for (const report of reports) sorter.sort(report);
      await this.write(tx, sorter);
      for (const { report, printer } of sorter.others) {
        if (report.name === 'printerStatus') await this.folding.foldStatus(tx, printer, report.payload);
        else if (await this.folding.foldEvent(tx, printer, report.payload)) sorter.gaps.add(printer);
      }
      const gaps = new Map([...sorter.gaps].map(({ hub, bridge }) => [`${hub}/${bridge}`, { hub, bridge }]));
      return [...gaps.values()];
    });
  }

  /** One snapshot by itself. */
  async foldStatus(params: PrinterAddress, payload: PrinterStatus): Promise<void> {
    await this.foldAll([{ name: 'printerStatus', params, payload, retained: false }]);
  }

  /**
   * One event by itself.
   * @returns true when an earlier event is missing
   */
  async foldEvent(params: PrinterAddress, payload: PrinterEvent): Promise<boolean> {
    return (await this.foldAll([{ name: 'printerEvent', params, payload, retained: false }])).length > 0;
  }

  /** Locks the printers, then looks: what was seen before the lock may be out of date. */
  private async known(tx: Transaction, reports: readonly PrinterReport[]): Promise<KnownBefore> {
    const now = this.clock.now();
    const addresses = new Map(reports.map(({ params }) => [Object.values(params).join('/'), params]));
    const printers = await this.reports.lock(tx, [...addresses.values()]);
    const loads = await this.reports.findLoads(tx, printers, now);
    const prints = reports.flatMap((report) => (report.name === 'printerEvent' ? (report.payload.job ?? []) : []));
    return { printers, loads, told: await this.reports.findTold(tx, prints), now };
  }

  private async write(tx: Transaction, sorted: ReportSorter): Promise<void> {
    await this.reports.saveStatuses(tx, sorted.statuses);
    await this.reports.noteEvents(tx, sorted.events);
    await this.attempts.noteProgress(tx, sorted.progress);
    for (const hubId of sorted.otherwise) tx.enqueue('print.plan', { hubId });
    for (const hub of sorted.hubs) tx.changed(hub, 'printers', 'board', 'queue');
  }
}
