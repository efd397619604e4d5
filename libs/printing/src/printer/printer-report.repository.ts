import { Injectable } from '@nestjs/common';
import type { PlateState, PrinterEvent, PrinterState, PrinterStatus, PrinterTemperature } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { PrinterAddress } from './printer.repository.js';

/** A printer as it was last reported, locked. Numbers are bigints, hence strings. */
export interface ReportedPrinter {
  id: string;
  hubId: string;
  plate: PlateState;
  state: PrinterState;
  localPrint: boolean;
  bridgeSession: string | null;
  statusSession: string | null;
  statusSeq: string | null;
  eventSession: string | null;
  eventSeq: string | null;
}

/** What printers have reported, and how far we have heard each one out. */
@Injectable()
export class PrinterReportRepository {
  constructor(private readonly database: Database) {}

  /**
   * Locks a printer; undefined when the bridge has no such printer, for only its own bridge, while it is paired, may
   * speak for it.
   */
  async lock(tx: Transaction, address: PrinterAddress): Promise<ReportedPrinter | undefined> {
    const [printer] = await tx.query<ReportedPrinter>(
      `SELECT p.resource_id AS id, h.id AS "hubId", p.plate, p.state, p.local_print AS "localPrint",
         b.session AS "bridgeSession", p.status_session AS "statusSession", p.status_seq AS "statusSeq",
         p.event_session AS "eventSession", p.event_seq AS "eventSeq"
       FROM printer p JOIN resource r ON r.id = p.resource_id JOIN bridge b ON b.id = p.bridge_id
       JOIN hub h ON h.id = r.hub_id
       WHERE h.slug = $1 AND b.slug = $2 AND r.slug = $3 AND b.revoked_at IS NULL
       FOR UPDATE OF p`,
      [address.hub, address.bridge, address.printer],
    );
    return printer;
  }

  async saveStatus(tx: Transaction, printerId: string, status: PrinterStatus): Promise<void> {
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

  async noteEvent(tx: Transaction, printerId: string, { session, seq }: PrinterEvent): Promise<void> {
    await tx.query(`UPDATE printer SET event_session = $2, event_seq = $3 WHERE resource_id = $1`, [
      printerId,
      session,
      seq,
    ]);
  }

  async saveTemperatures(address: PrinterAddress, payload: PrinterTemperature): Promise<void> {
    const { nozzle, nozzleTarget, bed, bedTarget } = payload;
    await this.database.query(
      `UPDATE printer p SET temperatures = $4
       FROM resource r JOIN hub h ON h.id = r.hub_id, bridge b
       WHERE r.id = p.resource_id AND b.id = p.bridge_id AND h.slug = $1 AND b.slug = $2 AND r.slug = $3
         AND b.revoked_at IS NULL`,
      [address.hub, address.bridge, address.printer, { nozzle, nozzleTarget, bed, bedTarget }],
    );
  }

  /** Takes all printers of a bridge out of sight. @returns whether any was in sight */
  async loseSight(tx: Transaction, bridgeId: string): Promise<boolean> {
    const lost = await tx.query(
      `UPDATE printer SET state = 'offline', temperatures = NULL WHERE bridge_id = $1 AND state <> 'offline'
       RETURNING resource_id`,
      [bridgeId],
    );
    return lost.length > 0;
  }
}
