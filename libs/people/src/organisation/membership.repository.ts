import { Injectable } from '@nestjs/common';
import type { Organisation } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

/** A person in an organisation. */
export interface Membership {
  accountId: string;
  organisationId: string;
}

/** A membership that waits for staff. */
interface PendingRow {
  person: { id: string; displayName: string };
  organisation: Organisation;
  askedAt: Date;
}

/** What somebody can look through; the next come when these are done. */
const longestList = 200;

/** Who belongs to which organisation. */
@Injectable()
export class MembershipRepository {
  constructor(private readonly database: Database) {}

  /**
   * @returns whether there is such an organisation, and whether the person is new there; the lock keeps it from being
   *   merged into another meanwhile
   */
  async join(
    tx: Transaction,
    { accountId, organisationId, now }: Membership & { now: Date },
  ): Promise<{ exists: boolean; isNew: boolean }> {
    const found = await tx.query(`SELECT FROM organisation WHERE id = $1 FOR KEY SHARE`, [organisationId]);
    if (found.length === 0) return { exists: false, isNew: false };
    const added = await tx.query(
      `INSERT INTO organisation_member (organisation_id, account_id, asked_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING account_id`,
      [organisationId, accountId, now],
    );
    return { exists: true, isNew: added.length > 0 };
  }

  /** @returns whether the person belonged to it */
  async leave(tx: Transaction, { accountId, organisationId }: Membership): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM organisation_member WHERE organisation_id = $1 AND account_id = $2 RETURNING account_id`,
      [organisationId, accountId],
    );
    return rows.length > 0;
  }

  /** @returns memberships of people of the hub that nobody has confirmed, the oldest first */
  async pending(hubId: string): Promise<PendingRow[]> {
    return this.database.query<PendingRow>(
      `SELECT jsonb_build_object('id', a.id, 'displayName', a.display_name) AS person,
         jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'isConfirmed', o.confirmed_at IS NOT NULL)
           AS organisation,
         m.asked_at AS "askedAt"
       FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id JOIN account a ON a.id = m.account_id
       WHERE m.confirmed_at IS NULL
         AND EXISTS (SELECT FROM hub_person p WHERE p.account_id = m.account_id AND p.hub_id = $1)
       ORDER BY m.asked_at, a.id, o.id LIMIT ${longestList}`,
      [hubId],
    );
  }

  /** @returns one of these hubs that knows the person; undefined when none does, or there is no such membership */
  async hubFor(
    tx: Transaction,
    { accountId, organisationId, hubIds }: Membership & { hubIds: readonly string[] },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ hubId: string }>(
      `SELECT p.hub_id AS "hubId" FROM organisation_member m JOIN hub_person p ON p.account_id = m.account_id
       WHERE m.organisation_id = $1 AND m.account_id = $2 AND p.hub_id = ANY($3) ORDER BY p.hub_id LIMIT 1`,
      [organisationId, accountId, hubIds],
    );
    return row?.hubId;
  }

  /** @returns whether nobody had confirmed it yet */
  async confirm(tx: Transaction, { accountId, organisationId, now }: Membership & { now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE organisation_member SET confirmed_at = $3
       WHERE organisation_id = $1 AND account_id = $2 AND confirmed_at IS NULL RETURNING account_id`,
      [organisationId, accountId, now],
    );
    return rows.length > 0;
  }
}
