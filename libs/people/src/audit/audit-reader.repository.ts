import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database } from '#libs/platform';

/** An entry with the names that its view shows. */
export interface AuditRow {
  id: string;
  at: Date;
  accountId: string | null;
  displayName: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  /** Null when the thing is there no more. */
  subject: { name: string | null; ref: string | null; startsAt: Date | null } | null;
  hub: string | null;
  sessionId: string | null;
  details: Record<string, unknown>;
}

export interface AuditWanted {
  /** Undefined for all, also what is of no hub. */
  hubIds: readonly string[] | undefined;
  /** A thing, or all of a kind without an `id`. */
  subject: { type: string; id: string | undefined } | undefined;
  /** Of the things' names. */
  locale: Locale;
  /** Id of the last entry of the page before. */
  after: string | undefined;
  limit: number;
}

/** Reads the record of what was done. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  /** @returns the newest first */
  async find({ hubIds, subject, after, limit, locale }: AuditWanted): Promise<AuditRow[]> {
    const rows = await this.database.query<FlatRow>(findSql, [
      hubIds ?? null,
      subject?.type ?? null,
      subject?.id ?? null,
      after ?? null,
      limit,
      locale,
    ]);
    return rows.map(({ isThere, name, ref, startsAt, ...row }) => ({
      ...row,
      subject: isThere ? { name, ref, startsAt } : null,
    }));
  }
}

interface FlatRow extends Omit<AuditRow, 'subject'> {
  isThere: boolean;
  name: string | null;
  ref: string | null;
  startsAt: Date | null;
}

// The page first: only what is on it is asked for its name.
const findSql = `
  WITH page AS (
    SELECT * FROM audit_entry e
    WHERE ($1::uuid[] IS NULL OR e.hub_id = ANY($1))
      AND ($2::text IS NULL OR (e.subject_type = $2 AND ($3::uuid IS NULL OR e.subject_id = $3)))
      AND ($4::uuid IS NULL OR e.id < $4)
    ORDER BY e.id DESC LIMIT $5)
  SELECT e.id, e.at, e.account_id AS "accountId", a.display_name AS "displayName", e.action,
    e.subject_type AS "subjectType", e.subject_id AS "subjectId", h.slug AS hub, e.session_id AS "sessionId",
    e.details, thing.is_there IS NOT NULL AS "isThere", thing.name, thing.ref, thing.starts_at AS "startsAt"
  FROM page e LEFT JOIN account a ON a.id = e.account_id LEFT JOIN hub h ON h.id = e.hub_id
  LEFT JOIN LATERAL (
    SELECT true AS is_there, n.* FROM named_thing(e.subject_type, e.subject_id, $6) n) thing ON true
  ORDER BY e.id DESC`;
