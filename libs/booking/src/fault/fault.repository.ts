import { Injectable } from '@nestjs/common';
import type { Fault, Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

export interface FaultRow extends Omit<Fault, 'reportedAt'> {
  reportedAt: Date;
}

/** More than anybody reads; the rest comes when some of these are closed. */
const mostOpen = 200;

/** What people said was wrong, and what was done about it. */
@Injectable()
export class FaultRepository {
  constructor(private readonly database: Database) {}

  /** Open reports of a hub, the oldest first. */
  open(hubId: string, { locale, now }: { locale: Locale; now: Date }): Promise<FaultRow[]> {
    return this.database.query<FaultRow>(
      `SELECT f.id, f.text, f.reported_at AS "reportedAt",
         jsonb_build_object('slug', r.slug, 'name', coalesce(r.name ->> $2, r.name ->> 'fi', r.slug),
           'category', r.category, 'isOutOfOrder', r.out_of_order_reason IS NOT NULL
             AND (r.out_of_order_until IS NULL OR r.out_of_order_until > $3)) AS resource
       FROM fault_report f JOIN resource r ON r.id = f.resource_id
       WHERE f.hub_id = $1 AND f.closed_at IS NULL ORDER BY f.reported_at, f.id LIMIT $4`,
      [hubId, locale, now, mostOpen],
    );
  }

  /** @returns its id */
  async insert(
    tx: Transaction,
    fault: { hubId: string; resourceId: string; accountId: string; text: string | null; now: Date },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO fault_report (hub_id, resource_id, account_id, text, reported_at) VALUES ($1, $2, $3, $4, $5)
       RETURNING id`,
      [fault.hubId, fault.resourceId, fault.accountId, fault.text, fault.now],
    );
    if (row === undefined) throw new Error('the database gave no id');
    return row.id;
  }

  /** Locks a hub's report; whoever comes second waits, and finds it closed. */
  async lock(
    tx: Transaction,
    { id, hubId }: { id: string; hubId: string },
  ): Promise<{ resourceId: string; closedAt: Date | null } | undefined> {
    const [row] = await tx.query<{ resourceId: string; closedAt: Date | null }>(
      `SELECT resource_id AS "resourceId", closed_at AS "closedAt" FROM fault_report
       WHERE id = $1 AND hub_id = $2 FOR UPDATE`,
      [id, hubId],
    );
    return row;
  }

  async close(tx: Transaction, fault: { id: string; accountId: string; done: string; now: Date }): Promise<void> {
    await tx.query(`UPDATE fault_report SET closed_at = $2, closed_by = $3, done_note = $4 WHERE id = $1`, [
      fault.id,
      fault.now,
      fault.accountId,
      fault.done,
    ]);
  }
}
