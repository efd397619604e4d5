import { Injectable } from '@nestjs/common';
import type { HubRole, ReadKind } from '#libs/contracts';
import { Database } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';

/** The newest ones of a person that are shown; the export has all. */
const shown = 200;

/** One person's data as they were looked at. */
export interface ReadOfPerson {
  personId: string;
  role: HubRole;
  hubId: string | null;
}

/** The log of who has looked at whose data. */
@Injectable()
export class ReadLogRepository {
  constructor(private readonly database: Database) {}

  /** Adds those that are not there from the same hour. Nobody is told about the data of the erased. */
  async add(by: { viewer: Viewer; kind: ReadKind; at: Date }, reads: readonly ReadOfPerson[]): Promise<void> {
    // In one order, so that screens that are refreshed together do not wait for each other in a circle.
    await this.database.query(
      `INSERT INTO personal_data_read (at, reader_id, session_id, role, hub_id, person_id, kind)
       SELECT DISTINCT ON (a.id, r.hub_id) $1::timestamptz, $2::uuid, $3::uuid, r.role, r.hub_id, a.id, $4
       FROM unnest($5::uuid[], $6::uuid[], $7::text[]) AS r (person_id, hub_id, role)
       JOIN account a ON a.id = r.person_id AND a.erased_at IS NULL
       ORDER BY a.id, r.hub_id
       ON CONFLICT DO NOTHING`,
      [
        by.at,
        by.viewer.accountId,
        by.viewer.sessionId,
        by.kind,
        reads.map(({ personId }) => personId),
        reads.map(({ hubId }) => hubId),
        reads.map(({ role }) => role),
      ],
    );
  }

  async list(accountId: string): Promise<{ at: Date; kind: ReadKind; role: HubRole; hub: string | null }[]> {
    return this.database.query(
      `SELECT r.at, r.kind, r.role, h.name AS hub FROM personal_data_read r LEFT JOIN hub h ON h.id = r.hub_id
       WHERE r.person_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT ${shown}`,
      [accountId],
    );
  }
}
