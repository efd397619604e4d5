import type { PrinterEvent, PrinterStatus } from '#libs/contracts';
import type { GatheredMessage } from '#libs/mqtt';
import type { SeenProgress } from '../dispatch/attempt.repository.js';
import { isNews, printKey, type ToldPrint } from '../rules/event-news.js';
import { isGap, isNewEvent, isNewStatus, isOtherwise, noteEvent, noteStatus } from '../rules/report-order.js';
import { isQuiet, type PrinterLoad } from '../rules/quiet-status.js';
import { sightingOf } from '../rules/sighting.js';
import type { ReportedPrinter } from './printer-report.repository.js';

/** A message of a printer, as its bridge sends it. */
export type PrinterReport = GatheredMessage<'printerStatus' | 'printerEvent'>;

/** What is known before any of the reports is folded. */
export interface KnownBefore {
  readonly printers: readonly ReportedPrinter[];
  readonly loads: ReadonlyMap<string, PrinterLoad>;
  readonly told: ReadonlyMap<string, ToldPrint>;
  readonly now: Date;
}

const nothing: PrinterLoad = { print: null, hasLocalPrint: false, isHeld: false };

/**
 * Tells the many reports that can be written at once from the few that change a print. From a printer's first of these
 * on, its reports are left for folding one by one, so that each meets what the one before has made.
 */
export class ReportSorter {
  /** The newest of each printer, by its id. */
  readonly statuses = new Map<string, PrinterStatus>();
  readonly events = new Map<string, PrinterEvent>();
  /** By the id of the attempt. */
  readonly progress = new Map<string, SeenProgress>();
  /** Hubs whose planner may come to another plan, by id. */
  readonly otherwise = new Set<string>();
  /** Printers that an event is missing of. */
  readonly gaps = new Set<ReportedPrinter>();
  /** In the order in which they came. */
  readonly others: { readonly report: PrinterReport; readonly printer: ReportedPrinter }[] = [];
  /** Hubs with news for open screens. */
  readonly hubs = new Set<string>();
  private readonly printers: ReadonlyMap<string, ReportedPrinter>;
  private readonly left = new Set<ReportedPrinter>();

  constructor(private readonly known: KnownBefore) {
    this.printers = new Map(known.printers.map((printer) => [addressKey(printer), printer]));
  }

  sort(report: PrinterReport): void {
    const printer = this.printers.get(addressKey(report.params));
    if (printer === undefined) return;
    if (this.left.has(printer) || !this.isFolded(report, printer)) this.leave(report, printer);
  }

  private isFolded(report: PrinterReport, printer: ReportedPrinter): boolean {
    return report.name === 'printerStatus'
      ? this.isFoldedStatus(report.payload, printer)
      : this.isFoldedEvent(report.payload, printer);
  }

  private isFoldedStatus(status: PrinterStatus, printer: ReportedPrinter): boolean {
    if (!isNewStatus(status, printer)) return true;
    const load = this.known.loads.get(printer.id) ?? nothing;
    if (!isQuiet(status, load, this.known.now)) return false;
    if (isOtherwise(printer, status)) this.otherwise.add(printer.hubId);
    noteStatus(printer, status);
    this.statuses.set(printer.id, status);
    this.hubs.add(printer.hub);
    if (load.print !== null && status.job !== null) {
      const { progress, estimatedEndAt, cause } = sightingOf(status, status.job);
      this.progress.set(load.print.attemptId, { status: load.print.status, progress, estimatedEndAt, cause });
    }
    return true;
  }

  private isFoldedEvent(event: PrinterEvent, printer: ReportedPrinter): boolean {
    const { told } = this.known;
    if (event.job !== null && isNews(event, printer.id, told.get(printKey(event.job)))) return false;
    if (!isNewEvent(event, printer)) return true;
    if (isGap(event, printer)) this.gaps.add(printer);
    noteEvent(printer, event);
    this.events.set(printer.id, event);
    this.hubs.add(printer.hub);
    return true;
  }

  private leave(report: PrinterReport, printer: ReportedPrinter): void {
    this.left.add(printer);
    this.others.push({ report, printer });
  }
}

function addressKey({ hub, bridge, printer }: { hub: string; bridge: string; printer: string }): string {
  return `${hub}/${bridge}/${printer}`;
}
