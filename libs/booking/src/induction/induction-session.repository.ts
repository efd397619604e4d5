import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';

/** One session with its seats. */
export interface InductionSessionRow {
  id: string;
  hubId: string;
  hub: string;
  kind: string;
  startsAt: Date;
  endsAt: Date;
  seats: number;
  taken: number;
  /** Whether the asking person has a seat. */
  isSeated: boolean;
}

/** Induction sessions and who has a seat in them. */
@Injectable()
export class InductionSessionRepository {
  /**
   * The next session of each kind that somebody may still join: in time, with a free seat, and not yet his or hers.
   * @returns in order of start
   */
  async nextWithSeat(
    reader: Reader,
    of: { hubId: string; accountId: string; kinds: readonly unknown[]; now: Date },
  ): Promise<InductionSessionRow[]> {
    return reader.query<InductionSessionRow>(
      `SELECT * FROM (
         SELECT DISTINCT ON (kind) * FROM (${sessionsSql} WHERE s.hub_id = $2 AND s.starts_at > $3) s
         WHERE kind = ANY($4) AND taken < seats AND NOT "isSeated"
         ORDER BY kind, "startsAt", id) next
       ORDER BY "startsAt"`,
      [of.accountId, of.hubId, of.now, of.kinds],
    );
  }

  /** The sessions of a hub that have not ended, in order of start. */
  async upcoming(reader: Reader, of: { hubId: string; accountId: string | null; now: Date }) {
    return reader.query<InductionSessionRow>(
      `${sessionsSql} WHERE s.hub_id = $2 AND s.ends_at > $3 ORDER BY s.starts_at, s.id`,
      [of.accountId, of.hubId, of.now],
    );
  }

  async find(reader: Reader, sessionId: string, accountId: string): Promise<InductionSessionRow | undefined> {
    const [row] = await reader.query<InductionSessionRow>(`${sessionsSql} WHERE s.id = $2`, [accountId, sessionId]);
    return row;
  }

  async create(
    tx: Transaction,
    session: { hubId: string; kind: string; startsAt: Date; endsAt: Date; seats: number; by: string; now: Date },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO induction_session (hub_id, kind, starts_at, ends_at, seats, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [session.hubId, session.kind, session.startsAt, session.endsAt, session.seats, session.by, session.now],
    );
    if (row === undefined) throw new Error('the insert answered nothing');
    return row.id;
  }

  /** Makes those who want the last seat wait for each other. Held until the transaction ends. */
  async lock(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(`SELECT FROM induction_session WHERE id = $1 FOR UPDATE`, [sessionId]);
  }

  async takeSeat(tx: Transaction, seat: { sessionId: string; accountId: string; now: Date }): Promise<void> {
    await tx.query(`INSERT INTO induction_seat (session_id, account_id, booked_at) VALUES ($1, $2, $3)`, [
      seat.sessionId,
      seat.accountId,
      seat.now,
    ]);
  }

  /** @returns whether there was one to give back */
  async giveBackSeat(tx: Transaction, seat: { sessionId: string; accountId: string }): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM induction_seat WHERE session_id = $1 AND account_id = $2 RETURNING session_id`,
      [seat.sessionId, seat.accountId],
    );
    return rows.length > 0;
  }

  /** Who has a seat, by name. */
  async seated(reader: Reader, sessionId: string): Promise<{ id: string; displayName: string }[]> {
    return reader.query(
      `SELECT a.id, a.display_name AS "displayName" FROM induction_seat t JOIN account a ON a.id = t.account_id
       WHERE t.session_id = $1 ORDER BY a.display_name, a.id`,
      [sessionId],
    );
  }
}

const sessionsSql = `
  SELECT s.id, s.hub_id AS "hubId", h.slug AS hub, s.kind, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.seats,
    (SELECT count(*)::int FROM induction_seat t WHERE t.session_id = s.id) AS taken,
    EXISTS (SELECT FROM induction_seat t WHERE t.session_id = s.id AND t.account_id = $1) AS "isSeated"
  FROM induction_session s JOIN hub h ON h.id = s.hub_id`;
