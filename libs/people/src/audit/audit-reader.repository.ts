import { Injectable } from '@nestjs/common';
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
  hub: string | null;
  sessionId: string | null;
  details: Record<string, unknown>;
}

export interface AuditWanted {
  /** Undefined for all, also what is of no hub. */
  hubIds: readonly string[] | undefined;
  subject: { type: string; id: string } | undefined;
  /** Id of the last entry of the page before. */
  after: string | undefined;
  limit: number;
}

/** Reads the record of what was done. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  /** @returns the newest first */
  async find({ hubIds, subject, after, limit }: AuditWanted): Promise<AuditRow[]> {
    return this.database.query<AuditRow>(
      `SELECT e.id, e.at, e.account_id AS "accountId", a.display_name AS "displayName", e.action,
         e.subject_type AS "subjectType", e.subject_id AS "subjectId", h.slug AS hub, e.session_id AS "sessionId",
         e.details
       FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id LEFT JOIN hub h ON h.id = e.hub_id
       WHERE ($1::uuid[] IS NULL OR e.hub_id = ANY($1))
         AND ($2::text IS NULL OR (e.subject_type = $2 AND e.subject_id = $3))
         AND ($4::uuid IS NULL OR e.id < $4)
       ORDER BY e.id DESC LIMIT $5`,
      [hubIds ?? null, subject?.type ?? null, subject?.id ?? null, after ?? null, limit],
    );
  }
}
