import { Injectable } from '@nestjs/common';
import type { PrinterEvent, PrinterStatus } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import { AttemptOutcomeService } from '../dispatch/attempt-outcome.service.js';
import { AttemptEndingService } from '../dispatch/attempt-ending.service.js';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { LocalPrintService } from '../local-print/local-print.service.js';
import { isNews, sightingOfEvent } from '../rules/event-news.js';
import { isGap, isNewEvent, isNewStatus, isOtherwise, noteEvent, noteStatus } from '../rules/report-order.js';
import { PrinterReportRepository, type ReportedPrinter } from './printer-report.repository.js';

/** Folds one report after the other into a printer that the caller has locked, and into its print. */
@Injectable()
export class ReportFoldingService {
  constructor(
    private readonly reports: PrinterReportRepository,
    private readonly attempts: AttemptRepository,
    private readonly outcomes: AttemptOutcomeService,
    private readonly endings: AttemptEndingService,
    private readonly locals: LocalPrintService,
  ) {}

  /** The full snapshot: the printer's state and plate, and whatever it says of the print on it. */
  async foldStatus(tx: Transaction, printer: ReportedPrinter, status: PrinterStatus): Promise<void> {
    if (!isNewStatus(status, printer)) return;
    await this.reports.saveStatuses(tx, new Map([[printer.id, status]]));
    const attempt = await this.attempts.lockRunning(tx, { printerId: printer.id });
    if (attempt !== undefined) await this.outcomes.foldStatus(tx, attempt, status);
    const isLocalNews = await this.locals.fold(tx, printer.id, status);
    const isFreed = status.plate === 'clear' && (await this.endings.releasePlate(tx, printer.id));
    if (isFreed || isLocalNews || isOtherwise(printer, status)) tx.enqueue('print.plan', { hubId: printer.hubId });
    noteStatus(printer, status);
    tx.changed(printer.hub, 'printers', 'board', 'queue');
  }

  /**
   * A fact that the bridge kept for us. One that a later one has overtaken still counts, once.
   * @returns true when an earlier event is missing
   */
  async foldEvent(tx: Transaction, printer: ReportedPrinter, event: PrinterEvent): Promise<boolean> {
    const isNew = isNewEvent(event, printer);
    const isMissingOne = isNew && isGap(event, printer);
    if (isNew) {
      await this.reports.noteEvents(tx, new Map([[printer.id, event]]));
      noteEvent(printer, event);
    }
    const isFolded = await this.foldSighting(tx, printer, event);
    if (isNew || isFolded) tx.changed(printer.hub, 'printers', 'board', 'queue');
    return isMissingOne;
  }

  private async foldSighting(tx: Transaction, printer: ReportedPrinter, event: PrinterEvent): Promise<boolean> {
    const sighting = sightingOfEvent(event);
    if (event.job === null || sighting === undefined) return false;
    const attempt = await this.attempts.lock(tx, { printJobId: event.job.jobId, number: event.job.attempt });
    if (attempt === undefined || !isNews(event, printer.id, attempt)) return false;
    await this.outcomes.fold(tx, attempt, sighting);
    return true;
  }
}
