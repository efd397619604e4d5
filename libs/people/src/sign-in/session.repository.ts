import { Injectable } from '@nestjs/common';
import { Config, Database, inBatches, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import type { SessionLevel } from '../rules/standing.js';

interface SessionTimes {
  now: Date;
  /** Sessions not seen since then are over. */
  idleSince: Date;
}

/** As kept: roles are there whether or not the session is far enough for them. */
export interface ViewerRow extends Omit<SignedIn, 'standing'> {
  level: SessionLevel;
}

interface SoughtRow extends ViewerRow {
  tokenHash: Buffer;
}

export interface SessionRow {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Sessions by the hash of their token, and who is behind them. */
@Injectable()
export class SessionRepository {
  private readonly lookUp = inBatches(
    (sought: { tokenHash: Buffer; times: SessionTimes }[]) => this.findViewers(sought),
    { maxSize: 100 },
  );

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Opens a session; the person's earlier ones that are over go. */
  async create(
    tx: Transaction,
    session: { accountId: string; tokenHash: Buffer; expiresAt: Date; userAgent: string | null } & SessionTimes,
  ): Promise<void> {
    await tx.query(`DELETE FROM session WHERE account_id = $1 AND (expires_at <= $2 OR last_seen_at <= $3)`, [
      session.accountId,
      session.now,
      session.idleSince,
    ]);
    await tx.query(
      `INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at, user_agent)
       VALUES ($1, $2, $3, $3, $4, $5)`,
      [session.accountId, session.tokenHash, session.now, session.expiresAt, session.userAgent],
    );
  }

  /** The person, the roles and the session; those who come at the same time share one query. */
  findViewer(tokenHash: Buffer, times: SessionTimes): Promise<ViewerRow | undefined> {
    return this.lookUp({ tokenHash, times });
  }

  /** @returns when the session expires; undefined when it is gone or at none of the levels */
  async lift(
    tx: Transaction,
    { sessionId, tokenHash, from }: { sessionId: string; tokenHash: Buffer; from: readonly SessionLevel[] },
  ): Promise<Date | undefined> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `UPDATE session SET token_hash = $2, level = 'full' WHERE id = $1 AND level = ANY($3)
       RETURNING expires_at AS "expiresAt"`,
      [sessionId, tokenHash, from],
    );
    return row?.expiresAt;
  }

  /** A person's sessions that are not over, the last one seen first. */
  async list(accountId: string, { now, idleSince }: SessionTimes): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(
      `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM session
       WHERE account_id = $1 AND expires_at > $2 AND last_seen_at > $3 ORDER BY last_seen_at DESC, id DESC`,
      [accountId, now, idleSince],
    );
  }

  /** @returns whether there was one of this person */
  async end(accountId: string, sessionId: string): Promise<boolean> {
    const rows = await this.database.query(`DELETE FROM session WHERE id = $1 AND account_id = $2 RETURNING id`, [
      sessionId,
      accountId,
    ]);
    return rows.length > 0;
  }

  async endOthers(accountId: string, sessionId: string): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE account_id = $1 AND id <> $2`, [accountId, sessionId]);
  }

  private async findViewers(
    sought: readonly { tokenHash: Buffer; times: SessionTimes }[],
  ): Promise<(ViewerRow | undefined)[]> {
    const times = sought[0]?.times;
    if (times === undefined) return [];
    const rows = await this.database.query<SoughtRow>(viewersSql, [
      sought.map(({ tokenHash }) => tokenHash),
      times.now,
      times.idleSince,
      this.config.systemAdminEmails,
    ]);
    const byToken = new Map(rows.map(({ tokenHash, ...viewer }) => [tokenHash.toString('hex'), viewer]));
    return sought.map(({ tokenHash }) => byToken.get(tokenHash.toString('hex')));
  }
}

/** What the person of the row `a` could show as a second factor. */
const methodsSql = `array_remove(ARRAY[
      CASE WHEN EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id) THEN 'passkey' END,
      CASE WHEN EXISTS (SELECT FROM totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL) THEN 'totp' END,
      CASE WHEN EXISTS (SELECT FROM recovery_code c WHERE c.account_id = a.id AND c.used_at IS NULL)
        THEN 'recovery' END], NULL)`;

// A session's last sight is written at most every five minutes, and not by whoever would have to wait for it.
const viewersSql = `
  WITH seen AS (
    UPDATE session SET last_seen_at = $2 WHERE id IN (
      SELECT id FROM session
      WHERE token_hash = ANY($1) AND expires_at > $2 AND last_seen_at > $3 AND last_seen_at < $2 - interval '5 minutes'
      FOR UPDATE SKIP LOCKED))
  SELECT s.token_hash AS "tokenHash", a.id AS "accountId", s.id AS "sessionId", a.email,
    a.display_name AS "displayName", a.locale, a.reminders, a.email = ANY($4) AS "isSystemAdmin",
    s.level, ${methodsSql} AS methods,
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'hubId', h.id, 'hub', h.slug))
      FROM (SELECT role, hub_id FROM role_assignment WHERE account_id = a.id
        UNION SELECT 'admin', id FROM hub WHERE a.email = ANY($4)) r
      JOIN hub h ON h.id = r.hub_id), '[]') AS roles
  FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = ANY($1) AND s.expires_at > $2 AND s.last_seen_at > $3`;
