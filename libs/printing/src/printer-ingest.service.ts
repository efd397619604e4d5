import { Injectable } from '@nestjs/common';
import type { PrinterEvent, PrinterStatus, PrinterTemperature, PrintOutcome } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import { AttemptOutcomeService, type Sighting } from './attempt-outcome.service.js';
import { AttemptRepository } from './attempt.repository.js';
import type { PrinterAddress } from './printer.repository.js';

interface PrinterLock {
  id: string;
  hubId: string;
  plate: string;
  state: string;
  statusSession: string | null;
  statusSeq: string | null;
  eventSession: string | null;
  eventSeq: string | null;
}

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
    private readonly attempts: AttemptRepository,
    private readonly outcomes: AttemptOutcomeService,
  ) {}

  /** The full snapshot: the printer's state and plate, and whatever it says of the print on it. */
  async foldStatus(address: PrinterAddress, status: PrinterStatus): Promise<void> {
    await this.database.transaction(async (tx) => {
      const printer = await lockPrinter(tx, address);
      if (printer === undefined || !isNewer(status, printer.statusSession, printer.statusSeq)) return;
      await saveStatus(tx, printer.id, status);
      const attempt = await this.attempts.lockRunning(tx, printer.id);
      if (attempt !== undefined) await this.outcomes.foldStatus(tx, attempt, status);
      if (status.plate === 'clear') await this.outcomes.releasePlate(tx, printer.id);
      const mayStartNext = printer.state !== status.state || printer.plate !== status.plate;
      if (mayStartNext) tx.enqueue('print.plan', { hubId: printer.hubId });
      tx.changed(address.hub, 'printers', 'board', 'queue');
    });
  }

  /**
   * A fact that the bridge kept for us. Plates and pauses are left to the snapshots, which cannot be overtaken.
   * @returns true when an earlier event is missing
   */
  async foldEvent(address: PrinterAddress, event: PrinterEvent): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const printer = await lockPrinter(tx, address);
      if (printer === undefined || !isNewer(event, printer.eventSession, printer.eventSeq)) return false;
      await tx.query(`UPDATE printer SET event_session = $2, event_seq = $3 WHERE resource_id = $1`, [
        printer.id,
        event.session,
        event.seq,
      ]);
      const sighting = sightingOf(event);
      if (sighting !== undefined) await this.foldSighting(tx, event, sighting);
      tx.changed(address.hub, 'printers', 'board', 'queue');
      return String(event.session) === printer.eventSession && event.seq > Number(printer.eventSeq) + 1;
    });
  }

  async noteTemperature(address: PrinterAddress, payload: PrinterTemperature): Promise<void> {
    const { nozzle, nozzleTarget, bed, bedTarget } = payload;
    await this.database.query(
      `UPDATE printer p SET temperatures = $3 FROM resource r JOIN hub h ON h.id = r.hub_id
       WHERE r.id = p.resource_id AND h.slug = $1 AND r.slug = $2`,
      [address.hub, address.printer, { nozzle, nozzleTarget, bed, bedTarget }],
    );
  }

  private async foldSighting(tx: Transaction, { job }: PrinterEvent, sighting: Sighting): Promise<void> {
    if (job === null) return;
    const attempt = await this.attempts.lock(tx, { printJobId: job.jobId, number: job.attempt });
    if (attempt?.startToken === job.startToken) await this.outcomes.fold(tx, attempt, sighting);
  }
}

function sightingOf({ type, occurredAt, reason }: PrinterEvent): Sighting | undefined {
  const at = new Date(occurredAt);
  if (type === 'print_started') return { state: 'printing', outcome: null, at, cause: null };
  const outcome = outcomeOfEvent[type];
  return outcome && { state: 'awaiting_clear', outcome, at, cause: reason?.code ?? null };
}

function isNewer(message: { session: number; seq: number }, session: string | null, seq: string | null): boolean {
  if (session === null || seq === null) return true;
  if (message.session !== Number(session)) return message.session > Number(session);
  return message.seq > Number(seq);
}

/** Only a printer's own bridge may speak for it. */
async function lockPrinter(tx: Transaction, address: PrinterAddress): Promise<PrinterLock | undefined> {
  const [printer] = await tx.query<PrinterLock>(
    `SELECT p.resource_id AS id, h.id AS "hubId", p.plate, p.state, p.status_session AS "statusSession",
       p.status_seq AS "statusSeq", p.event_session AS "eventSession", p.event_seq AS "eventSeq"
     FROM printer p JOIN resource r ON r.id = p.resource_id JOIN bridge b ON b.id = p.bridge_id
     JOIN hub h ON h.id = r.hub_id
     WHERE h.slug = $1 AND b.slug = $2 AND r.slug = $3 FOR UPDATE OF p`,
    [address.hub, address.bridge, address.printer],
  );
  return printer;
}

async function saveStatus(tx: Transaction, printerId: string, status: PrinterStatus): Promise<void> {
  await tx.query(
    `UPDATE printer SET state = $2, reason = $3, plate = $4, local_print = $5, observed_at = $6, status_session = $7,
       status_seq = $8 WHERE resource_id = $1`,
    [
      printerId,
      status.state,
      status.reason && JSON.stringify(status.reason),
      status.plate,
      status.localPrint,
      status.observedAt,
      status.session,
      status.seq,
    ],
  );
}
