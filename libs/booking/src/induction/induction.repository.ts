import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';

/** An induction with the names that its view shows. */
export interface InductionRow {
  id: string;
  hub: string;
  kind: string;
  grantedAt: Date;
  expiresAt: Date | null;
  /** When it ends if it is not used before; null when its kind does not lapse. */
  lapsesAt: Date | null;
  accountId: string;
  displayName: string;
}

/** Who may use what. */
@Injectable()
export class InductionRepository {
  /**
   * Those that match everything which is given, the newest first.
   * @param of.ids undefined for any
   */
  async find(
    reader: Reader,
    of: {
      hubIds?: readonly string[];
      kind?: string | undefined;
      accountId?: string | undefined;
      ids?: readonly string[];
    },
  ): Promise<InductionRow[]> {
    return reader.query<InductionRow>(
      `SELECT i.id, h.slug AS hub, i.kind, i.granted_at AS "grantedAt", i.expires_at AS "expiresAt",
         i.lapses_at AS "lapsesAt", a.id AS "accountId", a.display_name AS "displayName"
       FROM held_induction i JOIN hub h ON h.id = i.hub_id JOIN account a ON a.id = i.account_id
       WHERE ($1::uuid[] IS NULL OR i.hub_id = ANY($1)) AND ($2::text IS NULL OR i.kind = $2)
         AND ($3::uuid IS NULL OR i.account_id = $3) AND ($4::uuid[] IS NULL OR i.id = ANY($4))
       ORDER BY i.granted_at DESC, i.id DESC`,
      [of.hubIds ?? null, of.kind ?? null, of.accountId ?? null, of.ids ?? null],
    );
  }

  /**
   * Grants a kind to several people at once; who has it already has it anew. Accounts that are not there get nothing.
   * @returns ids of the inductions
   */
  async grant(
    tx: Transaction,
    grant: {
      hubId: string;
      kind: string;
      /** Ids or addresses. */
      people: readonly string[];
      by: string;
      now: Date;
      expiresAt: Date | null;
    },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO induction (hub_id, account_id, kind, granted_by, granted_at, expires_at)
       SELECT $1::uuid, a.id, $2, $4::uuid, $5::timestamptz, $6::timestamptz
       FROM account a WHERE a.id::text = ANY($3) OR a.email = ANY($3) ORDER BY a.id
       ON CONFLICT (account_id, hub_id, kind) DO UPDATE
         SET granted_by = excluded.granted_by, granted_at = excluded.granted_at, expires_at = excluded.expires_at
       RETURNING id`,
      [grant.hubId, grant.kind, grant.people, grant.by, grant.now, grant.expiresAt],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whose it was; undefined when the hub has no such induction */
  async revoke(
    tx: Transaction,
    of: { id: string; hubId: string },
  ): Promise<{ accountId: string; kind: string } | undefined> {
    const [row] = await tx.query<{ accountId: string; kind: string }>(
      `DELETE FROM induction WHERE id = $1 AND hub_id = $2 RETURNING account_id AS "accountId", kind`,
      [of.id, of.hubId],
    );
    return row;
  }

  /**
   * Notes that somebody uses what these kinds open. What had ended before the time began stays ended.
   * @param of.startsAt when the booked time begins: who arrives late was in time
   */
  async use(
    tx: Transaction,
    of: { accountId: string; hubId: string; kinds: readonly string[]; startsAt: Date; now: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE induction i SET last_used_at = $5
       FROM held_induction h
       WHERE h.id = i.id AND i.account_id = $1 AND i.hub_id = $2 AND i.kind = ANY($3)
         AND (h.holds_until IS NULL OR h.holds_until > least($4::timestamptz, $5))`,
      [of.accountId, of.hubId, of.kinds, of.startsAt, of.now],
    );
  }
}
