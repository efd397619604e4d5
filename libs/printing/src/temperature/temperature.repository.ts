import { Injectable } from '@nestjs/common';
import { Database, keptSince, type Transaction } from '#libs/platform';
import type { PrinterAddress } from '../printer/printer.repository.js';
import type { TemperatureBucket, Temperatures } from '../rules/temperature-bucket.js';

/** What a printer, named as its bridge names it, has said. */
export interface Heard<T> {
  readonly address: PrinterAddress;
  readonly content: T;
}

/** One point of a chart: the mean of its time, and the lowest and highest in it. */
export interface TemperatureRow extends Temperatures {
  at: Date;
  nozzleMin: number;
  nozzleMax: number;
  bedMin: number;
  bedMax: number;
}

/** More than other batches: these rows are many, small, and nobody waits for them. */
const expiryBatch = 10_000;

/** Printers by the names their bridges give them; only their own bridge, while it is paired and there, speaks for them. */
const namedSql = `hub h JOIN bridge b ON b.hub_id = h.id AND b.revoked_at IS NULL AND b.online
  JOIN resource r ON r.hub_id = h.id JOIN printer p ON p.resource_id = r.id AND p.bridge_id = b.id`;

/** How warm printers are and have been. Every statement is about all printers at once. */
@Injectable()
export class TemperatureRepository {
  constructor(private readonly database: Database) {}

  /** Shows the newest. In the order of the printers, so that two writers cannot wait for each other. */
  async show(tx: Transaction, heard: readonly Heard<Temperatures>[]): Promise<void> {
    await tx.query(
      `WITH said AS (
         SELECT p.resource_id AS id, s.content
         FROM jsonb_to_recordset($1) AS s(address jsonb, content jsonb)
         JOIN ${namedSql} ON h.slug = s.address ->> 'hub' AND b.slug = s.address ->> 'bridge'
           AND r.slug = s.address ->> 'printer'
         ORDER BY p.resource_id FOR NO KEY UPDATE OF p)
       UPDATE printer p SET temperatures = said.content FROM said WHERE p.resource_id = said.id`,
      [JSON.stringify(heard)],
    );
  }

  /** Keeps whole buckets. One that is there already, from another worker or before a restart, is made one with it. */
  async keep(tx: Transaction, heard: readonly Heard<TemperatureBucket>[]): Promise<void> {
    await tx.query(
      `INSERT INTO printer_temperature AS t (printer_id, at, nozzle, nozzle_min, nozzle_max, nozzle_target, bed,
         bed_min, bed_max, bed_target)
       SELECT p.resource_id, to_timestamp(c."startsAtMs" / 1000), c.nozzle, c."nozzleMin", c."nozzleMax",
         c."nozzleTarget", c.bed, c."bedMin", c."bedMax", c."bedTarget"
       FROM jsonb_to_recordset($1) AS s(address jsonb, content jsonb)
       CROSS JOIN LATERAL jsonb_to_record(s.content) AS c("startsAtMs" float8, nozzle real, "nozzleMin" real,
         "nozzleMax" real, "nozzleTarget" real, bed real, "bedMin" real, "bedMax" real, "bedTarget" real)
       JOIN ${namedSql} ON h.slug = s.address ->> 'hub' AND b.slug = s.address ->> 'bridge'
         AND r.slug = s.address ->> 'printer'
       ORDER BY p.resource_id, c."startsAtMs"
       ON CONFLICT (printer_id, at) DO UPDATE SET
         nozzle = excluded.nozzle, nozzle_target = excluded.nozzle_target,
         nozzle_min = least(t.nozzle_min, excluded.nozzle_min), nozzle_max = greatest(t.nozzle_max, excluded.nozzle_max),
         bed = excluded.bed, bed_target = excluded.bed_target,
         bed_min = least(t.bed_min, excluded.bed_min), bed_max = greatest(t.bed_max, excluded.bed_max)`,
      [JSON.stringify(heard)],
    );
  }

  /** Points in the order of time, one for each step in which anything was heard. */
  series(printerId: string, { from, to, stepSeconds }: { from: Date; to: Date; stepSeconds: number }) {
    return this.database.query<TemperatureRow>(
      `SELECT date_bin(make_interval(secs => $4), at, 'epoch') AS at,
         avg(nozzle)::float8 AS nozzle, min(nozzle_min)::float8 AS "nozzleMin", max(nozzle_max)::float8 AS "nozzleMax",
         max(nozzle_target)::float8 AS "nozzleTarget", avg(bed)::float8 AS bed, min(bed_min)::float8 AS "bedMin",
         max(bed_max)::float8 AS "bedMax", max(bed_target)::float8 AS "bedTarget"
       FROM printer_temperature WHERE printer_id = $1 AND at >= $2 AND at < $3 GROUP BY 1 ORDER BY 1`,
      [printerId, from, to, stepSeconds],
    );
  }

  /** Since when the print of this person that a printer is at runs there; undefined when it is at none. */
  async ownPrintSince(printer: string, accountId: string): Promise<{ printerId: string; since: Date } | undefined> {
    const [running] = await this.database.query<{ printerId: string; since: Date }>(
      `SELECT t.printer_id AS "printerId", t.dispatched_at AS since
       FROM print_attempt t JOIN print_job j ON j.id = t.print_job_id JOIN resource r ON r.id = t.printer_id
       WHERE j.account_id = $2 AND (r.id::text = $1 OR r.slug = $1)
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       ORDER BY t.dispatched_at DESC LIMIT 1`,
      [printer, accountId],
    );
    return running;
  }

  /** @returns whether there may be more */
  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `DELETE FROM printer_temperature t USING (
         SELECT o.printer_id, o.at FROM printer p CROSS JOIN LATERAL (
           SELECT printer_id, at FROM printer_temperature
           WHERE printer_id = p.resource_id AND at < $1 ORDER BY at LIMIT $2) o
         LIMIT $2) old
       WHERE t.printer_id = old.printer_id AND t.at = old.at RETURNING 1`,
      [keptSince('printerTemperature', now), expiryBatch],
    );
    return rows.length === expiryBatch;
  }
}
