import { Injectable } from '@nestjs/common';
import type { PrinterEvent, PrinterStatus, PrintReference } from '#libs/contracts';
import { Clock, type Transaction } from '#libs/platform';
import { printKey, type ToldPrint } from '../rules/event-news.js';
import type { HeardPrinter } from '../rules/report-order.js';
import type { FollowedPrint, PrinterLoad } from '../rules/quiet-status.js';
import type { PrinterAddress } from './printer.repository.js';

/** A printer as it was last reported, locked. */
export interface ReportedPrinter extends PrinterAddress, HeardPrinter {
  id: string;
  hubId: string;
}

/** What printers have reported, and how far we have heard each one out. */
@Injectable()
export class PrinterReportRepository {
  constructor(private readonly clock: Clock) {}

  /**
   * Locks printers, always in the same order. One that its bridge does not have is left out, for only its own bridge,
   * while it is paired, may speak for a printer.
   */
  async lock(tx: Transaction, addresses: readonly PrinterAddress[]): Promise<ReportedPrinter[]> {
    return tx.query<ReportedPrinter>(
      `SELECT p.resource_id AS id, h.id AS "hubId", h.slug AS hub, b.slug AS bridge, r.slug AS printer, p.plate, p.state,
         p.local_print AS "localPrint", b.session AS "bridgeSession", p.status_session AS "statusSession",
         p.status_seq AS "statusSeq", p.event_session AS "eventSession", p.event_seq AS "eventSeq"
       FROM jsonb_to_recordset($1) AS w (hub text, bridge text, printer text)
       JOIN hub h ON h.slug = w.hub
       JOIN bridge b ON b.hub_id = h.id AND b.slug = w.bridge AND b.revoked_at IS NULL
       JOIN resource r ON r.hub_id = h.id AND r.slug = w.printer
       JOIN printer p ON p.resource_id = r.id AND p.bridge_id = b.id
       ORDER BY p.resource_id FOR UPDATE OF p`,
      [JSON.stringify(addresses)],
    );
  }

  /** What is on printers that the caller has locked. */
  async findLoads(
    tx: Transaction,
    printers: readonly { id: string; hubId: string }[],
    now: Date,
  ): Promise<Map<string, PrinterLoad>> {
    const rows = await tx.query<LoadRow>(
      `SELECT p.id AS "printerId", t.id AS "attemptId", t.start_token AS "startToken", t.status,
         t.started_at AS "startedAt",
         (SELECT upper(a.during) FROM allocation a WHERE a.print_attempt_id = t.id AND a.active) AS "occupiedUntil",
         EXISTS (SELECT FROM local_print l WHERE l.printer_id = p.id AND l.ended_at IS NULL) AS "hasLocalPrint",
         EXISTS (
           SELECT FROM allocation a LEFT JOIN print_attempt e ON e.id = a.print_attempt_id
           WHERE a.resource_id = p.id AND a.active AND a.during && tstzrange($3, NULL)
             AND (a.local_print_id IS NOT NULL OR e.ended_at IS NOT NULL))
         OR p.id IN (
           SELECT e.printer_id FROM print_job j JOIN print_attempt e ON e.print_job_id = j.id
           WHERE j.hub_id = ANY($2) AND j.status = 'awaiting_clear' AND e.status = 'completed') AS "isHeld"
       FROM unnest($1::uuid[]) AS p (id)
       LEFT JOIN print_attempt t ON t.printer_id = p.id
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')`,
      [printers.map(({ id }) => id), [...new Set(printers.map(({ hubId }) => hubId))], now],
    );
    return new Map(rows.map((row) => [row.printerId, loadOf(row)]));
  }

  /** The attempts that events tell of, by {@link printKey}. */
  async findTold(tx: Transaction, prints: readonly PrintReference[]): Promise<Map<string, ToldPrint>> {
    if (prints.length === 0) return new Map();
    const rows = await tx.query<ToldPrint & { jobId: string; attempt: number }>(
      `SELECT t.print_job_id AS "jobId", t.number AS attempt, t.start_token AS "startToken",
         t.printer_id AS "printerId", t.status, t.started_at AS "startedAt"
       FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[])) AS w (job, number)
       JOIN print_attempt t ON t.print_job_id = w.job AND t.number = w.number`,
      [prints.map(({ jobId }) => jobId), prints.map(({ attempt }) => attempt)],
    );
    return new Map(rows.map((row) => [printKey(row), row]));
  }

  async saveStatuses(tx: Transaction, statuses: ReadonlyMap<string, PrinterStatus>): Promise<void> {
    if (statuses.size === 0) return;
    const rows = [...statuses].map(([id, { localPrint, observedAt, job, localRun, ...status }]) => {
      const { state, reason, plate, session, seq } = status;
      const progress = job?.progress ?? localRun?.progress ?? null;
      return { id, state, reason, plate, local: localPrint, at: observedAt, session, seq, progress };
    });
    await tx.query(
      `UPDATE printer p SET state = s.state, reason = s.reason, plate = s.plate, local_print = s.local,
         observed_at = s.at, status_session = s.session, status_seq = s.seq, heard_at = $2, progress = s.progress,
         state_since = CASE WHEN p.state = s.state THEN p.state_since ELSE $2 END,
         progressed_at = CASE WHEN p.state = s.state AND p.progress IS NOT DISTINCT FROM s.progress
           THEN p.progressed_at ELSE $2 END
       FROM jsonb_to_recordset($1) AS s (id uuid, state text, reason jsonb, plate text, local boolean, at timestamptz,
         session bigint, seq bigint, progress real)
       WHERE p.resource_id = s.id`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }

  /** How far each printer's events have been heard. */
  async noteEvents(tx: Transaction, events: ReadonlyMap<string, PrinterEvent>): Promise<void> {
    if (events.size === 0) return;
    const rows = [...events].map(([id, { session, seq }]) => ({ id, session, seq }));
    await tx.query(
      `UPDATE printer p SET event_session = e.session, event_seq = e.seq
       FROM jsonb_to_recordset($1) AS e (id uuid, session bigint, seq bigint) WHERE p.resource_id = e.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes all printers of a bridge out of sight. @returns whether any was in sight */
  async loseSight(tx: Transaction, bridgeId: string): Promise<boolean> {
    const lost = await tx.query(
      `UPDATE printer SET state = 'offline', state_since = $2, temperatures = NULL
       WHERE bridge_id = $1 AND state <> 'offline' RETURNING resource_id`,
      [bridgeId, this.clock.now()],
    );
    return lost.length > 0;
  }
}

interface LoadRow extends Omit<FollowedPrint, 'attemptId'> {
  printerId: string;
  attemptId: string | null;
  hasLocalPrint: boolean;
  isHeld: boolean;
}

function loadOf({ attemptId, hasLocalPrint, isHeld, ...row }: LoadRow): PrinterLoad {
  const { startToken, status, startedAt, occupiedUntil } = row;
  const print = attemptId === null ? null : { attemptId, startToken, status, startedAt, occupiedUntil };
  return { print, hasLocalPrint, isHeld };
}
