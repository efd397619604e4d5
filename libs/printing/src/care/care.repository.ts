import { Injectable } from '@nestjs/common';
import type { Locale, NewCareTask } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';

/** What a printer has done, in one row. */
export interface UsageRow {
  hours: number;
  prints: number;
  completed: number;
  failed: number;
  cancelled: number;
}

/** A task with how much its printer has worked since it was last done. */
export interface CareTaskRow {
  id: string;
  name: string;
  everyHours: number | null;
  everyPrints: number | null;
  stopsPrinter: boolean;
  countedFrom: Date;
  stoppedAt: Date | null;
  hours: number;
  prints: number;
}

export interface CareEntryRow {
  id: string;
  task: string;
  doneAt: Date;
  person: { id: string; displayName: string };
  note: string | null;
  hours: number;
  prints: number;
}

/** A task with the printer that it is for. */
export interface HubCareRow extends CareTaskRow {
  printer: { slug: string; name: string };
}

/** A task whose interval is over and that has not yet put its printer out of order, though it should. */
export interface StoppingTask {
  id: string;
  name: string;
  printerId: string;
  hubId: string;
}

const historyRows = 50;

/** Every print that a printer has been at: those that were sent, and those that were begun at the machine. */
const workSql = `
  SELECT t.printer_id, t.started_at, t.ended_at, CASE WHEN t.ended_at IS NOT NULL THEN t.status END AS outcome
  FROM print_attempt t WHERE t.started_at IS NOT NULL
  UNION ALL
  SELECT l.printer_id, l.started_at, l.ended_at, l.outcome FROM local_print l`;

/** Tasks with the work since; what ran when a task was done counts from then on. `$1` is now. */
const tasksSql = `
  SELECT k.id, k.name, k.printer_id AS "printerId", k.every_hours AS "everyHours", k.every_prints AS "everyPrints",
    k.stops_printer AS "stopsPrinter", k.counted_from AS "countedFrom", k.stopped_at AS "stoppedAt",
    (coalesce(sum(extract(epoch FROM coalesce(w.ended_at, $1) - greatest(w.started_at, k.counted_from))), 0)
      / 3600)::float8 AS hours,
    count(w.started_at) FILTER (WHERE w.started_at >= k.counted_from)::int AS prints
  FROM printer_task k
  LEFT JOIN (${workSql}) w ON w.printer_id = k.printer_id AND coalesce(w.ended_at, $1) > k.counted_from
  WHERE k.retired_at IS NULL`;

/** What printers have worked and what keeps them in good order. */
@Injectable()
export class CareRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async usage(printerId: string): Promise<UsageRow> {
    const [usage] = await this.database.query<UsageRow>(
      `SELECT coalesce(sum(extract(epoch FROM coalesce(w.ended_at, $2) - w.started_at)) / 3600, 0)::float8 AS hours,
         count(*)::int AS prints, count(*) FILTER (WHERE outcome = 'completed')::int AS completed,
         count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
         count(*) FILTER (WHERE outcome = 'cancelled')::int AS cancelled
       FROM (${workSql}) w WHERE w.printer_id = $1`,
      [printerId, this.clock.now()],
    );
    if (usage === undefined) throw new Error('the database gave no sum');
    return usage;
  }

  /** In the order in which they were made. */
  tasks(printerId: string): Promise<CareTaskRow[]> {
    return this.database.query<CareTaskRow>(`${tasksSql} AND k.printer_id = $2 GROUP BY k.id ORDER BY k.id`, [
      this.clock.now(),
      printerId,
    ]);
  }

  /** All that is to be done at a hub's printers, in the printers' order. */
  tasksOfHub(hubId: string, locale: Locale): Promise<HubCareRow[]> {
    return this.database.query<HubCareRow>(
      `SELECT d.*, jsonb_build_object('slug', r.slug, 'name', r.name ->> $3) AS printer
       FROM (${tasksSql} GROUP BY k.id) d JOIN resource r ON r.id = d."printerId"
       WHERE r.hub_id = $2 AND r.retired_at IS NULL ORDER BY r.position, r.slug, d.id`,
      [this.clock.now(), hubId, locale],
    );
  }

  /** The last times that something was done, newest first. */
  history(printerId: string): Promise<CareEntryRow[]> {
    return this.database.query<CareEntryRow>(
      `SELECT c.id, k.name AS task, c.done_at AS "doneAt", 
         jsonb_build_object('id', a.id, 'displayName', a.display_name) AS person, c.note, c.hours::float8 AS hours,
         c.prints
       FROM printer_care c JOIN printer_task k ON k.id = c.task_id JOIN account a ON a.id = c.account_id
       WHERE k.printer_id = $1 ORDER BY c.done_at DESC, c.id DESC LIMIT $2`,
      [printerId, historyRows],
    );
  }

  /** @returns its id */
  async add(tx: Transaction, printerId: string, task: NewCareTask): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO printer_task (printer_id, name, every_hours, every_prints, stops_printer, counted_from, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id`,
      [printerId, task.name, task.everyHours, task.everyPrints, task.stopsPrinter, this.clock.now()],
    );
    if (row === undefined) throw new Error('the database gave no id');
    return row.id;
  }

  /** Locks a task of a printer, with the work since it was last done. */
  async lock(tx: Transaction, task: { id: string; printerId: string }): Promise<CareTaskRow | undefined> {
    await tx.query(`SELECT id FROM printer_task WHERE id = $1 AND printer_id = $2 FOR UPDATE`, [
      task.id,
      task.printerId,
    ]);
    const [row] = await tx.query<CareTaskRow>(`${tasksSql} AND k.id = $2 AND k.printer_id = $3 GROUP BY k.id`, [
      this.clock.now(),
      task.id,
      task.printerId,
    ]);
    return row;
  }

  async writeDone(
    tx: Transaction,
    { id, hours, prints }: CareTaskRow,
    { accountId, note }: { accountId: string; note: string | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO printer_care (task_id, account_id, done_at, note, hours, prints) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, accountId, this.clock.now(), note, hours, prints],
    );
    await tx.query(`UPDATE printer_task SET counted_from = $2, stopped_at = NULL WHERE id = $1`, [
      id,
      this.clock.now(),
    ]);
  }

  async retire(tx: Transaction, id: string): Promise<void> {
    await tx.query(`UPDATE printer_task SET retired_at = $2 WHERE id = $1`, [id, this.clock.now()]);
  }

  /** Whether a printer is out of order in the words of one of its tasks, and none of them but this one still stops it. */
  async isStoppedByAlone(tx: Transaction, { id, printerId }: { id: string; printerId: string }): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM resource r
       WHERE r.id = $2
         AND r.out_of_order_reason IN (SELECT k.name FROM printer_task k WHERE k.printer_id = $2 AND k.stops_printer)
         AND NOT EXISTS (SELECT FROM printer_task k
           WHERE k.printer_id = $2 AND k.id <> $1 AND k.retired_at IS NULL AND k.stopped_at IS NOT NULL)`,
      [id, printerId],
    );
    return rows.length > 0;
  }

  /** Tasks that are due and must put their printer out of order, which is still in order. */
  stopping(): Promise<StoppingTask[]> {
    return this.database.query<StoppingTask>(
      `SELECT d.id, d.name, d."printerId", r.hub_id AS "hubId"
       FROM (${tasksSql} AND k.stops_printer AND k.stopped_at IS NULL GROUP BY k.id) d
       JOIN resource r ON r.id = d."printerId"
       WHERE (d.hours >= d."everyHours" OR d.prints >= d."everyPrints") AND r.retired_at IS NULL
         AND (r.out_of_order_reason IS NULL OR r.out_of_order_until <= $1)`,
      [this.clock.now()],
    );
  }

  /** It has put its printer out of order; it does so once, whatever staff do then. */
  async noteStopped(tx: Transaction, id: string): Promise<void> {
    await tx.query(`UPDATE printer_task SET stopped_at = $2 WHERE id = $1`, [id, this.clock.now()]);
  }
}
