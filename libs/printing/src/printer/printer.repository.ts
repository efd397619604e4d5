import { Injectable } from '@nestjs/common';
import type { Locale, PlateState, PrinterState, PrinterStatus } from '#libs/contracts';
import { Clock, Database } from '#libs/platform';
import { loadedMaterialSql } from '../filament/spool-balance.js';
import { Printer } from './printer.entity.js';
import { clearingMinutes } from '../rules/clearing.js';
import type { AnalysisLimits } from '../analysis/analysis-limits.js';
import { reachOf } from '../rules/plate.js';
import type { SlicingTarget } from '../slicing/slicer-profile.js';

/** How a printer is named in MQTT topics. */
export interface PrinterAddress {
  hub: string;
  bridge: string;
  printer: string;
}

/** Where commands for a printer go, and whether anybody hears them. */
export interface PrinterLine {
  address: PrinterAddress;
  isOnline: boolean;
}

export interface PrinterRow {
  id: string;
  slug: string;
  hubId: string;
  hub: string;
  name: string;
  model: string;
  loadedMaterial: string | null;
  state: PrinterState;
  reason: PrinterStatus['reason'];
  plate: PlateState;
  observedAt: Date | null;
  outOfOrderReason: string | null;
  outOfOrderUntil: Date | null;
  temperatures: Printer['temperatures'];
  hasCamera: boolean;
  printJobId: string | null;
  fileName: string | null;
  attempt: number | null;
  progress: number | null;
  estimatedEndAt: Date | null;
  /** Whether a print that nobody sent goes on. */
  isLocal: boolean;
  /** Start of the first booking that waits for the print, or will. */
  delayedAt: Date | null;
  /** Until when the print keeps the printer. */
  keptUntil: Date;
}

/** Printers, what they do now, and how to reach them. */
@Injectable()
export class PrinterRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async findHub(idOrSlug: string): Promise<{ id: string; slug: string } | undefined> {
    const [hub] = await this.database.query<{ id: string; slug: string }>(
      `SELECT id, slug FROM hub WHERE id::text = $1 OR slug = $1`,
      [idOrSlug],
    );
    return hub;
  }

  async findIdBySlug(hubId: string, slug: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT r.id FROM resource r JOIN printer p ON p.resource_id = r.id WHERE r.hub_id = $1 AND r.slug = $2`,
      [hubId, slug],
    );
    return row?.id;
  }

  /**
   * A hub's printers, or one printer by id or slug, with what each prints now. One query.
   * @param where exactly one of the two
   */
  list(where: { hubId: string } | { printer: string }, locale: Locale): Promise<PrinterRow[]> {
    const isHub = 'hubId' in where;
    return this.database.query<PrinterRow>(listSql, [
      isHub ? where.hubId : null,
      isHub ? null : where.printer,
      locale,
      this.clock.now(),
      clearingMinutes,
    ]);
  }

  async lineOf(printerId: string): Promise<PrinterLine | undefined> {
    const [line] = await this.database.query<PrinterLine>(
      `SELECT jsonb_build_object('hub', h.slug, 'bridge', b.slug, 'printer', r.slug) AS address, b.online AS "isOnline"
       FROM printer p JOIN resource r ON r.id = p.resource_id JOIN bridge b ON b.id = p.bridge_id
       JOIN hub h ON h.id = b.hub_id WHERE p.resource_id = $1`,
      [printerId],
    );
    return line;
  }

  /**
   * The printer that a model without G-code is made for: the one that was asked for, else one that has the material
   * loaded, else the hub's first. Undefined when the hub has none.
   */
  async slicingTarget(job: {
    hubId: string;
    preferredPrinterId: string | null;
    material: string | null;
  }): Promise<SlicingTarget | undefined> {
    const [target] = await this.database.query<SlicingTarget>(
      `SELECT r.slug AS printer, p.model, p.nozzle_diameter_millimetres AS "nozzleDiameterMillimetres",
         jsonb_build_object('x', p.bed_x_millimetres, 'y', p.bed_y_millimetres, 'z', p.bed_z_millimetres) AS bed,
         p.max_nozzle_celsius AS "maxNozzleCelsius", p.max_bed_celsius AS "maxBedCelsius",
         p.bed_origin AS "bedOrigin", coalesce($3, ${loadedMaterialSql}) AS material
       FROM printer p JOIN resource r ON r.id = p.resource_id
       WHERE r.hub_id = $1
       ORDER BY r.id IS NOT DISTINCT FROM $2::uuid DESC, ${loadedMaterialSql} IS NOT DISTINCT FROM $3 DESC, r.position, r.slug
       LIMIT 1`,
      [job.hubId, job.preferredPrinterId, job.material],
    );
    return target;
  }

  /** What the machines of a hub can bear at most: a file is measured against the largest of them. */
  async analysisLimits(hubId: string): Promise<AnalysisLimits> {
    const printers = await this.database.manager
      .createQueryBuilder(Printer, 'p')
      .innerJoin('resource', 'r', 'r.id = p.resource_id AND r.hub_id = :hubId', { hubId })
      .getMany();
    const largest = (pick: (printer: Printer) => number): number => Math.max(0, ...printers.map(pick));
    const xOf = (printer: Printer) => reachOf(printer.bedXMillimetres, printer.bedOrigin);
    const yOf = (printer: Printer) => reachOf(printer.bedYMillimetres, printer.bedOrigin);
    const lowest = (pick: (printer: Printer) => number): number => Math.min(0, ...printers.map(pick));
    return {
      bed: {
        x: largest((printer) => xOf(printer).to),
        y: largest((printer) => yOf(printer).to),
        z: largest((printer) => printer.bedZMillimetres),
      },
      bedFrom: { x: lowest((printer) => xOf(printer).from), y: lowest((printer) => yOf(printer).from) },
      maxNozzleCelsius: largest((printer) => printer.maxNozzleCelsius),
      maxBedCelsius: largest((printer) => printer.maxBedCelsius),
      printerModels: [...new Set(printers.map((printer) => printer.model))],
    };
  }
}

const listSql = `
  SELECT r.id, r.slug, r.hub_id AS "hubId", h.slug AS hub, r.name ->> $3 AS name, p.model,
    ${loadedMaterialSql} AS "loadedMaterial", p.state, p.reason, p.plate, p.observed_at AS "observedAt",
    r.out_of_order_reason AS "outOfOrderReason", r.out_of_order_until AS "outOfOrderUntil", p.temperatures,
    p.has_camera AS "hasCamera",
    j.id AS "printJobId", j.file_name AS "fileName", t.number AS attempt,
    coalesce(t.progress, l.progress) AS progress, coalesce(t.estimated_end_at, l.estimated_end_at) AS "estimatedEndAt",
    t.id IS NULL AND l.id IS NOT NULL AS "isLocal", d.at AS "delayedAt", u.kept AS "keptUntil"
  FROM printer p
  JOIN resource r ON r.id = p.resource_id
  JOIN hub h ON h.id = r.hub_id
  LEFT JOIN print_attempt t ON t.printer_id = p.resource_id
    AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
  LEFT JOIN print_job j ON j.id = t.print_job_id
  LEFT JOIN local_print l ON l.printer_id = p.resource_id AND l.ended_at IS NULL
  CROSS JOIN LATERAL (SELECT greatest($4, coalesce(t.estimated_end_at, l.estimated_end_at))
    + make_interval(mins => $5) AS kept) u
  -- What was booked before the print began is not kept waiting by it: whoever is there has most likely begun it.
  LEFT JOIN LATERAL (SELECT min(lower(a.during)) AS at FROM allocation a
    WHERE a.active AND a.resource_id = r.id AND a.booking_id IS NOT NULL AND a.during && tstzrange($4, u.kept)
      AND lower(a.during) > coalesce(t.dispatched_at, l.started_at)) d ON true
  WHERE ($1::uuid IS NULL OR r.hub_id = $1) AND ($2::text IS NULL OR r.id::text = $2 OR r.slug = $2)
  ORDER BY r.position, r.slug`;
