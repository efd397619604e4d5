import { Injectable } from '@nestjs/common';
import { DelayedBookings, LocalPrintCalendar } from '#libs/booking';
import type { PrinterStatus } from '#libs/contracts';
import { Clock, type Transaction } from '#libs/platform';
import { clearingMinutes } from '../rules/clearing.js';
import { expectedEnd, localRunOf, type LocalRun } from '../rules/local-run.js';
import { LocalPrintRepository, type RunningLocalPrint } from './local-print.repository.js';

const clearingMs = clearingMinutes * 60_000;

/** Follows prints that somebody began at the machine, so that the calendar knows of them. */
@Injectable()
export class LocalPrintService {
  constructor(
    private readonly prints: LocalPrintRepository,
    private readonly calendar: LocalPrintCalendar,
    private readonly delayed: DelayedBookings,
    private readonly clock: Clock,
  ) {}

  /**
   * What a snapshot says of a local print, on a printer that the caller has locked.
   * @returns whether one began or ended, or a part of one was taken off
   */
  async fold(tx: Transaction, printerId: string, status: PrinterStatus): Promise<boolean> {
    const seen = localRunOf(status);
    let running = await this.prints.findRunning(tx, printerId);
    const isAnother = seen?.startedAt != null && running && seen.startedAt.getTime() !== running.startedAt.getTime();
    const hasEnded = running !== undefined && (seen === null || isAnother === true);
    if (running !== undefined && hasEnded) {
      await this.end(tx, running, status);
      running = undefined;
    }
    if (seen === null) return (await this.releasePlate(tx, printerId, status)) || hasEnded;
    const run = { ...seen, startedAt: seen.startedAt ?? running?.startedAt ?? new Date(status.observedAt) };
    const hasBegun = running === undefined;
    running ??= await this.prints.begin(tx, printerId, run);
    await this.prints.note(tx, running.id, run);
    await this.keepPrinter(tx, printerId, { running, run });
    return hasBegun;
  }

  /** By our own clock, as with prints that were sent. */
  private async keepPrinter(
    tx: Transaction,
    printerId: string,
    { running, run }: { running: RunningLocalPrint; run: LocalRun },
  ): Promise<void> {
    const now = this.clock.now();
    const to = new Date(expectedEnd(run, now).getTime() + clearingMs);
    await this.calendar.keep(tx, { localPrintId: running.id, resourceId: printerId, now, to });
    // Whoever has booked the time in which it began is there, and printing: that is most likely their print.
    const from = running.warnedUntil !== null && running.warnedUntil > now ? running.warnedUntil : now;
    if (to <= from) return;
    const warned = await this.delayed.warn(tx, { resourceId: printerId, from, to });
    if (warned > 0) await this.prints.noteWarning(tx, running.id, to);
  }

  private async end(
    tx: Transaction,
    { id }: RunningLocalPrint,
    { observedAt, localRun }: PrinterStatus,
  ): Promise<void> {
    await this.prints.end(tx, id, { at: new Date(observedAt), outcome: localRun?.outcome ?? null });
    await this.calendar.end(tx, { localPrintId: id, at: new Date(this.clock.now().getTime() + clearingMs) });
  }

  private async releasePlate(tx: Transaction, printerId: string, { plate }: PrinterStatus): Promise<boolean> {
    if (plate !== 'clear') return false;
    const now = this.clock.now();
    const kept = await this.prints.findKept(tx, printerId, now);
    if (kept !== undefined) await this.calendar.end(tx, { localPrintId: kept, at: now });
    return kept !== undefined;
  }
}
