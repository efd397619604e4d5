import { Injectable } from '@nestjs/common';
import type { CreateClosure } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

/** A stretch in which a hub is closed. */
export interface ClosureRow {
  id: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
}

/** Reads and writes closures. */
@Injectable()
export class ClosureRepository {
  constructor(private readonly database: Database) {}

  /** Closures in force that have not ended, in order of start. */
  async coming(hubId: string, now: Date): Promise<ClosureRow[]> {
    return this.database.query<ClosureRow>(
      `SELECT ${columns} FROM closure WHERE hub_id = $1 AND lifted_at IS NULL AND upper(during) > $2
       ORDER BY lower(during), id`,
      [hubId, now],
    );
  }

  async insert(
    tx: Transaction,
    closure: CreateClosure & { hubId: string; accountId: string; now: Date },
  ): Promise<ClosureRow> {
    const [row] = await tx.query<ClosureRow>(
      `INSERT INTO closure (hub_id, during, reason, created_by, created_at)
       VALUES ($1, tstzrange($2, $3), $4, $5, $6) RETURNING ${columns}`,
      [closure.hubId, closure.from, closure.to, closure.reason, closure.accountId, closure.now],
    );
    if (row === undefined) throw new Error('the insert answered nothing');
    return row;
  }

  /** @returns undefined when the hub has no such closure in force */
  async lift(
    tx: Transaction,
    closure: { hubId: string; closureId: string; now: Date },
  ): Promise<ClosureRow | undefined> {
    const [row] = await tx.query<ClosureRow>(
      `UPDATE closure SET lifted_at = $3 WHERE id = $1 AND hub_id = $2 AND lifted_at IS NULL RETURNING ${columns}`,
      [closure.closureId, closure.hubId, closure.now],
    );
    return row;
  }
}

const columns = `id, lower(during) AS "startsAt", upper(during) AS "endsAt", reason`;
