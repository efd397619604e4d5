import { Injectable } from '@nestjs/common';
import type { BookingState } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { viewerSql, type AbsentPerson } from '../life/absent-person.js';
import type { LocalisedText } from '../hub/localised-text.js';

/** Nobody stands behind so many others. */
const longestLine = 500;
const pageSize = 100;

/** What somebody waits for. */
export interface WaitingWish {
  readonly hubId: string;
  readonly accountId: string;
  readonly poolId: string | null;
  readonly resourceId: string | null;
  readonly wantedFrom: Date;
  readonly wantedTo: Date;
  readonly durationMinutes: number;
}

/** Somebody in line. */
export interface WaitingPerson extends WaitingWish {
  readonly id: string;
  readonly person: AbsentPerson;
}

/** An entry with everything its view shows. */
export interface WaitingRow extends WaitingWish {
  readonly id: string;
  readonly hub: string;
  readonly status: 'waiting' | 'offered' | 'left';
  readonly resource: string | null;
  readonly pool: string | null;
  readonly name: LocalisedText;
  /** How many others came earlier and still wait for some of the same time and the same things. */
  readonly ahead: number;
  readonly booking: { id: string; status: BookingState; startsAt: string; endsAt: string; until: string | null } | null;
  readonly createdAt: Date;
  readonly displayName: string;
}

/** Reads and writes the waiting list. */
@Injectable()
export class WaitingEntryRepository {
  constructor(private readonly database: Database) {}

  /**
   * @returns the entry's id; that of the present one when the person waits for exactly this already
   */
  async insert(tx: Transaction, wish: WaitingWish, now: Date): Promise<string> {
    const values = [
      wish.hubId,
      wish.accountId,
      wish.poolId,
      wish.resourceId,
      wish.wantedFrom,
      wish.wantedTo,
      wish.durationMinutes,
      now,
    ];
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO waiting_entry (hub_id, account_id, pool_id, resource_id, wanted_from, wanted_to, duration_minutes,
         status, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8)
       ON CONFLICT (account_id, coalesce(pool_id, resource_id), wanted_from, wanted_to, duration_minutes)
         WHERE status = 'waiting' DO UPDATE SET updated_at = $8
       RETURNING id`,
      values,
    );
    if (row === undefined) throw new Error('the insert answered nothing');
    return row.id;
  }

  /** How many things of a hub somebody waits for. */
  async countWaiting(tx: Transaction, of: { accountId: string; hubId: string; now: Date }): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM waiting_entry
       WHERE account_id = $1 AND hub_id = $2 AND status = 'waiting' AND wanted_to > $3`,
      [of.accountId, of.hubId, of.now],
    );
    return row?.count ?? 0;
  }

  /**
   * Who waits for a time in `[from, to)`, the first in line first. Passes over those who are leaving at this moment.
   */
  async inLine(tx: Transaction, of: { hubId: string; from: Date; to: Date }): Promise<WaitingPerson[]> {
    return tx.query<WaitingPerson>(
      `SELECT w.id, w.hub_id AS "hubId", w.account_id AS "accountId", w.pool_id AS "poolId",
         w.resource_id AS "resourceId", w.wanted_from AS "wantedFrom", w.wanted_to AS "wantedTo",
         w.duration_minutes AS "durationMinutes",
         (SELECT ${viewerSql} FROM account a WHERE a.id = w.account_id) AS person
       FROM waiting_entry w
       WHERE w.hub_id = $1 AND w.status = 'waiting' AND w.wanted_from < $3 AND w.wanted_to > $2
       ORDER BY w.created_at, w.id LIMIT ${longestLine} FOR UPDATE OF w SKIP LOCKED`,
      [of.hubId, of.from, of.to],
    );
  }

  /** Notes which booking an entry was offered. */
  async noteOffer(tx: Transaction, offer: { entryId: string; bookingId: string; now: Date }): Promise<void> {
    await tx.query(
      `UPDATE waiting_entry SET status = 'offered', booking_id = $2, updated_at = $3 WHERE id = $1 AND status = 'waiting'`,
      [offer.entryId, offer.bookingId, offer.now],
    );
  }

  /**
   * Takes an entry out of the line.
   * @returns false when it was not waiting any more
   */
  async leave(tx: Transaction, entryId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE waiting_entry SET status = 'left', updated_at = $2 WHERE id = $1 AND status = 'waiting' RETURNING id`,
      [entryId, now],
    );
    return rows.length === 1;
  }

  /** Notes that somebody does not want what was offered. */
  async leaveOffer(tx: Transaction, entryId: string, now: Date): Promise<void> {
    await tx.query(`UPDATE waiting_entry SET status = 'left', updated_at = $2 WHERE id = $1 AND status = 'offered'`, [
      entryId,
      now,
    ]);
  }

  /** @returns undefined when there is no such entry of this person */
  async findOwn(
    id: string,
    by: { accountId: string; now: Date },
    reader: Reader = this.database,
  ): Promise<WaitingRow | undefined> {
    const values = [by.now, id, by.accountId];
    const [row] = await reader.query<WaitingRow>(`${viewSql} WHERE w.id = $2 AND w.account_id = $3`, values);
    return row;
  }

  /**
   * The newest entries of a person, and all of the hubs where he or she works.
   * @param filter.hubId only of this hub
   */
  async list(filter: {
    accountId: string;
    staffHubIds: readonly string[];
    hubId: string | undefined;
    now: Date;
  }): Promise<WaitingRow[]> {
    return this.database.query<WaitingRow>(
      `${viewSql} WHERE (w.account_id = $2 OR w.hub_id = ANY($3)) AND ($4::uuid IS NULL OR w.hub_id = $4)
       ORDER BY w.created_at DESC, w.id DESC LIMIT ${pageSize}`,
      [filter.now, filter.accountId, filter.staffHubIds, filter.hubId ?? null],
    );
  }
}

const viewSql = `
  SELECT w.id, w.hub_id AS "hubId", h.slug AS hub, w.account_id AS "accountId", w.pool_id AS "poolId",
    w.resource_id AS "resourceId", w.wanted_from AS "wantedFrom", w.wanted_to AS "wantedTo",
    w.duration_minutes AS "durationMinutes", w.status, r.slug AS resource, p.slug AS pool,
    coalesce(p.name, r.name) AS name, ahead.count AS ahead, w.created_at AS "createdAt", a.display_name AS "displayName",
    CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('id', b.id, 'status', b.status, 'startsAt', b.starts_at,
      'endsAt', b.ends_at, 'until', b.expires_at) END AS booking
  FROM waiting_entry w
  JOIN hub h ON h.id = w.hub_id
  JOIN account a ON a.id = w.account_id
  LEFT JOIN pool p ON p.id = w.pool_id
  LEFT JOIN resource r ON r.id = w.resource_id
  LEFT JOIN booking b ON b.id = w.booking_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count FROM waiting_entry o
    LEFT JOIN resource u ON u.id = o.resource_id
    WHERE w.status = 'waiting' AND o.status = 'waiting' AND o.hub_id = w.hub_id AND o.account_id <> w.account_id
      AND o.wanted_from < w.wanted_to AND o.wanted_to > greatest(w.wanted_from, $1::timestamptz)
      AND (o.created_at, o.id) < (w.created_at, w.id)
      AND (o.resource_id = w.resource_id OR coalesce(o.pool_id, u.pool_id) = coalesce(w.pool_id, r.pool_id)
        AND (o.pool_id IS NOT NULL OR w.pool_id IS NOT NULL))
  ) ahead`;
