import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '#libs/platform';
import { activeBlockSql, type ActiveBlock } from './active-block.js';

/** A block as it stands. */
export interface BlockRow {
  id: string;
  hub: string;
  reason: string;
  until: Date | null;
  createdAt: Date;
  blockedBy: string | null;
}

/** Who is kept away from which hub. */
@Injectable()
export class BlockRepository {
  async insert(
    tx: Transaction,
    block: { hubId: string; accountId: string; reason: string; until: Date | null; by: string; now: Date },
  ): Promise<BlockRow | undefined> {
    const [row] = await tx.query<BlockRow>(
      `WITH made AS (
         INSERT INTO person_block (hub_id, account_id, reason, until, blocked_by, created_at)
         SELECT $1, a.id, $3, $4, $5, $6 FROM account a WHERE a.id = $2 RETURNING *)
       SELECT k.id, h.slug AS hub, k.reason, k.until, k.created_at AS "createdAt", a.display_name AS "blockedBy"
       FROM made k JOIN hub h ON h.id = k.hub_id LEFT JOIN account a ON a.id = k.blocked_by`,
      [block.hubId, block.accountId, block.reason, block.until, block.by, block.now],
    );
    return row;
  }

  /** @returns the hub where it was in force; undefined when there is no such block in one of these hubs */
  async lift(
    tx: Transaction,
    of: { id: string; accountId: string; hubIds: readonly string[]; now: Date },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ hubId: string }>(
      `UPDATE person_block SET lifted_at = $4 WHERE id = $1 AND account_id = $2 AND hub_id = ANY($3) AND lifted_at IS NULL
       RETURNING hub_id AS "hubId"`,
      [of.id, of.accountId, of.hubIds, of.now],
    );
    return row?.hubId;
  }

  async active(
    reader: Pick<Database | Transaction, 'query'>,
    of: { accountId: string; hubId: string; now: Date },
  ): Promise<ActiveBlock | null> {
    const block = activeBlockSql({ account: '$1', hub: '$2', now: '$3' });
    const [row] = await reader.query<{ block: ActiveBlock | null }>(`SELECT ${block} AS block`, [
      of.accountId,
      of.hubId,
      of.now,
    ]);
    return row?.block ?? null;
  }
}
