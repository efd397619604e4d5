import { Injectable } from '@nestjs/common';
import type { PrinterEvent, PrinterStatus, PrinterTemperature, PrintOutcome } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import { AttemptOutcomeService, type Sighting } from '../dispatch/attempt-outcome.service.js';
import { AttemptEndingService } from '../dispatch/attempt-ending.service.js';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { LocalPrintService } from '../local-print/local-print.service.js';
import { PrinterReportRepository, type ReportedPrinter } from './printer-report.repository.js';
import type { PrinterAddress } from './printer.repository.js';

const outcomeOfEvent: Partial<Record<PrinterEvent['type'], PrintOutcome>> = {
  print_completed: 'completed',
  print_cancelled: 'cancelled',
  print_failed: 'failed',
};

/**
 * Folds what printers report into the database, one printer's reports at a time under its row lock. A report that was
 * heard before, or is older than one heard before, changes nothing.
 */
@Injectable()
export class PrinterIngestService {
  constructor(
    private readonly database: Database,
    private readonly reports: PrinterReportRepository,
    private readonly attempts: AttemptRepository,
    private readonly outcomes: AttemptOutcomeService,
    private readonly endings: AttemptEndingService,
    private readonly locals: LocalPrintService,
  ) {}

  /** The full snapshot: the printer's state and plate, and whatever it says of the print on it. */
  async foldStatus(address: PrinterAddress, status: PrinterStatus): Promise<void> {
    await this.database.transaction(async (tx) => {
      const printer = await this.reports.lock(tx, address);
      if (printer === undefined || !isNewStatus(status, printer)) return;
      await this.reports.saveStatus(tx, printer.id, status);
      const attempt = await this.attempts.lockRunning(tx, { printerId: printer.id });
      if (attempt !== undefined) await this.outcomes.foldStatus(tx, attempt, status);
      const isLocalNews = await this.locals.fold(tx, printer.id, status);
      const isFreed = status.plate === 'clear' && (await this.endings.releasePlate(tx, printer.id));
      if (isFreed || isLocalNews || isOtherwise(printer, status)) tx.enqueue('print.plan', { hubId: printer.hubId });
      tx.changed(address.hub, 'printers', 'board', 'queue');
    });
  }

  /**
   * A fact that the bridge kept for us. Plates and pauses are left to the snapshots, which cannot be overtaken.
   * @returns true when an earlier event is missing
   */
  async foldEvent(address: PrinterAddress, event: PrinterEvent): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const printer = await this.reports.lock(tx, address);
      if (printer === undefined || !isNewer(event, printer.eventSession, printer.eventSeq)) return false;
      await this.reports.noteEvent(tx, printer.id, event);
      const sighting = sightingOf(event);
      if (sighting !== undefined) await this.foldSighting(tx, { printer, event, sighting });
      tx.changed(address.hub, 'printers', 'board', 'queue');
      return isGap(event, printer);
    });
  }

  async noteTemperature(address: PrinterAddress, payload: PrinterTemperature): Promise<void> {
    await this.reports.saveTemperatures(address, payload);
  }

  private async foldSighting(
    tx: Transaction,
    { printer, event, sighting }: { printer: ReportedPrinter; event: PrinterEvent; sighting: Sighting },
  ): Promise<void> {
    if (event.job === null) return;
    const attempt = await this.attempts.lock(tx, { printJobId: event.job.jobId, number: event.job.attempt });
    if (attempt?.startToken !== event.job.startToken || attempt.printerId !== printer.id) return;
    // That a print began is no news once it was seen: it may have been paused, or lost from sight, since then.
    if (sighting.outcome === null && attempt.startedAt !== null) return;
    await this.outcomes.fold(tx, attempt, sighting);
  }
}

function sightingOf({ type, occurredAt, reason }: PrinterEvent): Sighting | undefined {
  const at = new Date(occurredAt);
  if (type === 'print_started') return { state: 'printing', outcome: null, at, cause: null, startedAt: at };
  const outcome = outcomeOfEvent[type];
  return outcome && { state: 'awaiting_clear', outcome, at, cause: reason?.code ?? null, startedAt: null };
}

/** A snapshot tells of now, so one of an earlier session of the bridge is out of date; an event stays a fact. */
function isNewStatus(status: PrinterStatus, printer: ReportedPrinter): boolean {
  const isOfThePast = status.session < Number(printer.bridgeSession ?? 0);
  return !isOfThePast && isNewer(status, printer.statusSession, printer.statusSeq);
}

function isNewer(message: { session: number; seq: number }, session: string | null, seq: string | null): boolean {
  if (session === null || seq === null) return true;
  if (message.session !== Number(session)) return message.session > Number(session);
  return message.seq > Number(seq);
}

/** Within a session the numbers of events begin at 1 and have no gaps. */
function isGap({ session, seq }: PrinterEvent, { eventSession, eventSeq }: ReportedPrinter): boolean {
  const heard = String(session) === eventSession ? Number(eventSeq) : 0;
  return seq > heard + 1;
}

/** Whether the planner may come to another plan. */
function isOtherwise(before: ReportedPrinter, { state, plate, localPrint }: PrinterStatus): boolean {
  return before.state !== state || before.plate !== plate || before.localPrint !== localPrint;
}
