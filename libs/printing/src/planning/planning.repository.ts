import type { BedOrigin } from '../rules/plate.js';
import { Injectable } from '@nestjs/common';
import type { PlateState, PrintAnalysis, PrinterState, WaitingReason } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import { loadedMaterialSql, spoolBalance, spoolRunning } from '../filament/spool-balance.js';
import { lockHubPlan } from './lock-hub-plan.js';
import { pastPrintsSql } from './past-prints.js';
import type { PastPrints } from '../rules/estimate-range.js';

export interface PlannablePrinter {
  id: string;
  state: PrinterState;
  plate: PlateState;
  isOutOfOrder: boolean;
  localPrint: boolean;
  model: string;
  bed: { x: number; y: number; z: number };
  bedOrigin: BedOrigin;
  nozzleDiameterMillimetres: number;
  loadedMaterial: string | null;
  isUnloaded: boolean;
  spools: { tool: number; grams: number }[];
  unattendedAllowed: boolean;
  /** How long its latest prints took, as shares of what their files stated. */
  past: PastPrints;
  /** Of the attempt that runs on it; null when none does. */
  runningAttemptId: string | null;
  runningAccountId: string | null;
}

export interface PlannableJob {
  id: string;
  accountId: string;
  queuedAt: Date;
  queuePriority: number;
  /** When a start of it last came to nothing; null when none did. */
  refusedAt: Date | null;
  material: string | null;
  analysis: PrintAnalysis | null;
  preferredPrinterId: string | null;
}

export interface PlannedJob {
  id: string;
  position: number;
  printerId: string | null;
  estimatedStartAt: string | null;
  estimatedEndAt: string | null;
  startEarliestAt: string | null;
  startLatestAt: string | null;
  endEarliestAt: string | null;
  endLatestAt: string | null;
  waitingReason: WaitingReason;
}

/** An estimate need not be more exact than what people are told: minutes. */
const estimateStepSeconds = 60;
/** Ranges end on whole five minutes, and may jump by one of them when the clock moves them a little. */
const rangeStepSeconds = 300;

/** What the planner looks at, and where its plan is kept. A fixed number of queries however long the queue. */
@Injectable()
export class PlanningRepository {
  /** One plan at a time in a hub. */
  async lockHub(tx: Transaction, hubId: string): Promise<{ slug: string } | undefined> {
    await lockHubPlan(tx, hubId);
    const [hub] = await tx.query<{ slug: string }>(`SELECT slug FROM hub WHERE id = $1`, [hubId]);
    return hub;
  }

  printers(tx: Transaction, hubId: string, now: Date): Promise<PlannablePrinter[]> {
    return tx.query<PlannablePrinter>(
      `SELECT p.resource_id AS id, p.state, p.plate, p.local_print AS "localPrint", p.model,
         r.retired_at IS NOT NULL
           OR (r.out_of_order_reason IS NOT NULL AND (r.out_of_order_until IS NULL OR r.out_of_order_until > $2))
           AS "isOutOfOrder",
         jsonb_build_object('x', p.bed_x_millimetres, 'y', p.bed_y_millimetres, 'z', p.bed_z_millimetres) AS bed,
         p.bed_origin AS "bedOrigin",
         p.nozzle_diameter_millimetres AS "nozzleDiameterMillimetres", ${loadedMaterialSql} AS "loadedMaterial",
         p.is_unloaded AS "isUnloaded",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('tool', s.tool, 'grams', ${spoolBalance} - ${spoolRunning})), '[]')
           FROM spool s WHERE s.printer_id = p.resource_id) AS spools,
         p.unattended_allowed AS "unattendedAllowed", t.id AS "runningAttemptId",
         j.account_id AS "runningAccountId", jsonb_build_object('count', past.count, 'low', past.low, 'high', past.high) AS past
       FROM printer p
       JOIN resource r ON r.id = p.resource_id
       LEFT JOIN print_attempt t ON t.printer_id = p.resource_id
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       LEFT JOIN print_job j ON j.id = t.print_job_id
       CROSS JOIN LATERAL (${pastPrintsSql('p.resource_id')}) past
       WHERE r.hub_id = $1 ORDER BY r.position, r.slug`,
      [hubId, now],
    );
  }

  jobs(tx: Transaction, hubId: string): Promise<PlannableJob[]> {
    return tx.query<PlannableJob>(
      `SELECT j.id, j.account_id AS "accountId", j.queued_at AS "queuedAt",
         j.queue_priority AS "queuePriority", j.material, j.analysis,
         j.preferred_printer_id AS "preferredPrinterId",
         (SELECT max(t.ended_at) FROM print_attempt t WHERE t.print_job_id = j.id AND t.started_at IS NULL)
           AS "refusedAt"
       FROM print_job j
       WHERE j.hub_id = $1 AND j.status = 'queued' ORDER BY j.queued_at, j.id`,
      [hubId],
    );
  }

  /** How many prints each person has on printers now. */
  async activeByPerson(tx: Transaction, hubId: string): Promise<Map<string, number>> {
    const rows = await tx.query<{ accountId: string; count: number }>(
      `SELECT account_id AS "accountId", count(*)::int AS count FROM print_job
       WHERE hub_id = $1
         AND status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       GROUP BY account_id`,
      [hubId],
    );
    return new Map(rows.map((row) => [row.accountId, row.count]));
  }

  /**
   * Keeps the plan. Estimates that only moved along with the clock are left as they are.
   * @returns whether anything that people see is different now
   */
  async savePlan(tx: Transaction, plan: readonly PlannedJob[]): Promise<boolean> {
    const changed = await tx.query<{ id: string }>(
      `UPDATE print_job j SET queue_position = p.position, planned_printer_id = p."printerId",
         estimated_start_at = p."estimatedStartAt", estimated_end_at = p."estimatedEndAt",
         estimated_start_earliest_at = p."startEarliestAt", estimated_start_latest_at = p."startLatestAt",
         estimated_end_earliest_at = p."endEarliestAt", estimated_end_latest_at = p."endLatestAt",
         waiting_reason = p."waitingReason"
       FROM jsonb_to_recordset($1) AS p(id uuid, position int, "printerId" uuid, "estimatedStartAt" timestamptz,
         "estimatedEndAt" timestamptz, "startEarliestAt" timestamptz, "startLatestAt" timestamptz,
         "endEarliestAt" timestamptz, "endLatestAt" timestamptz, "waitingReason" text)
       WHERE j.id = p.id AND j.status = 'queued'
         AND ((j.queue_position, j.planned_printer_id, j.waiting_reason, j.estimated_start_at IS NULL)
             IS DISTINCT FROM (p.position, p."printerId", p."waitingReason", p."estimatedStartAt" IS NULL)
           OR abs(extract(epoch FROM j.estimated_start_at - p."estimatedStartAt")) >= $2
           OR abs(extract(epoch FROM j.estimated_end_at - p."estimatedEndAt")) >= $2
           OR (j.estimated_end_latest_at IS NULL) <> (p."endLatestAt" IS NULL)
           OR greatest(abs(extract(epoch FROM j.estimated_start_latest_at - p."startLatestAt")),
             abs(extract(epoch FROM j.estimated_end_earliest_at - p."endEarliestAt")),
             abs(extract(epoch FROM j.estimated_end_latest_at - p."endLatestAt"))) > $3)
       RETURNING j.id`,
      [JSON.stringify(plan), estimateStepSeconds, rangeStepSeconds],
    );
    return changed.length > 0;
  }
}
