import { Injectable } from '@nestjs/common';
import type { Organisation, OrganisationKind, PendingOrganisation } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

/** What somebody can look through; the next come when these are done. */
const longestList = 200;

const columns = `o.id, o.name, o.kind, o.confirmed_at IS NOT NULL AS "isConfirmed"`;

/** Organisations of the town, and who belongs to them. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly database: Database) {}

  /** @returns by name, without regard to case */
  async search(wanted: {
    q: string;
    accountId: string;
    /** Whether the asking person sees also what nobody has confirmed. */
    isStaff: boolean;
    /** The last name of the page before. */
    after: string | undefined;
    limit: number;
  }): Promise<Organisation[]> {
    const { q, accountId, isStaff, after, limit } = wanted;
    const pattern = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
    return this.database.query<Organisation>(
      `SELECT ${columns} FROM organisation o
       WHERE o.name ILIKE $2 AND ($5::text IS NULL OR lower(o.name) > lower($5))
         AND ($4 OR o.confirmed_at IS NOT NULL OR lower(o.name) = lower($1)
           OR EXISTS (SELECT FROM organisation_member m WHERE m.organisation_id = o.id AND m.account_id = $3))
       ORDER BY lower(o.name) LIMIT $6`,
      [q, pattern, accountId, isStaff, after ?? null, limit],
    );
  }

  /** @returns undefined when there is one of that name */
  async insert(
    tx: Transaction,
    { name, kind, now }: { name: string; kind: OrganisationKind; now: Date },
  ): Promise<Organisation | undefined> {
    const [row] = await tx.query<Organisation>(
      `INSERT INTO organisation AS o (name, kind, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (lower(name)) DO NOTHING RETURNING ${columns}`,
      [name, kind, now],
    );
    return row;
  }

  /** Locks it and whichever has the name, in one order, so that two who confirm do not wait for each other. */
  async lock(tx: Transaction, { id, name }: { id: string; name: string | undefined }): Promise<Organisation[]> {
    return tx.query<Organisation>(
      `SELECT ${columns} FROM organisation o WHERE o.id = $1 OR lower(o.name) = lower($2) ORDER BY o.id FOR UPDATE`,
      [id, name ?? null],
    );
  }

  /** @returns those that nobody has confirmed and people of the hub belong to, by name */
  async pending(hubId: string): Promise<PendingOrganisation[]> {
    return this.database.query<PendingOrganisation>(
      `SELECT ${columns}, (SELECT count(*)::int FROM organisation_member m WHERE m.organisation_id = o.id) AS members
       FROM organisation o
       WHERE o.confirmed_at IS NULL AND EXISTS (SELECT FROM organisation_member m JOIN hub_person p
         ON p.account_id = m.account_id WHERE m.organisation_id = o.id AND p.hub_id = $1)
       ORDER BY lower(o.name) LIMIT ${longestList}`,
      [hubId],
    );
  }

  /** @returns the hubs that somebody of the organisation has to do with */
  async hubsOf(tx: Transaction, id: string): Promise<string[]> {
    const rows = await tx.query<{ hubId: string }>(
      `SELECT DISTINCT p.hub_id AS "hubId" FROM organisation_member m JOIN hub_person p ON p.account_id = m.account_id
       WHERE m.organisation_id = $1`,
      [id],
    );
    return rows.map(({ hubId }) => hubId);
  }

  async confirm(
    tx: Transaction,
    { id, name, kind, now }: { id: string; name: string; kind: OrganisationKind; now: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE organisation o SET name = $2, kind = $3, confirmed_at = coalesce(o.confirmed_at, $4)
       WHERE o.id = $1`,
      [id, name, kind, now],
    );
  }

  /** Makes the members of one those of another; the first is gone then. */
  async merge(tx: Transaction, { from, into }: { from: string; into: string }): Promise<void> {
    await tx.query(
      `INSERT INTO organisation_member AS m (organisation_id, account_id, asked_at, confirmed_at)
       SELECT $2, account_id, asked_at, confirmed_at FROM organisation_member WHERE organisation_id = $1
       ON CONFLICT (organisation_id, account_id)
         DO UPDATE SET confirmed_at = coalesce(m.confirmed_at, excluded.confirmed_at)`,
      [from, into],
    );
    await tx.query(`DELETE FROM organisation WHERE id = $1`, [from]);
  }
}
