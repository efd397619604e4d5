import { Injectable } from '@nestjs/common';
import type { HubRole, OrganisationKind, PersonSummary } from '#libs/contracts';
import { Database } from '#libs/platform';
import type { BlockRow } from '../block/block.repository.js';

/** A person as the staff of some hubs see him or her; JSON has no instants. */
export interface PersonRow {
  id: string;
  displayName: string;
  email: string;
  phone: string | null;
  municipality: string | null;
  ageGroup: string | null;
  birthDate: string | null;
  createdAt: Date;
  roles: { role: HubRole; hub: string }[];
  organisations: { id: string; name: string; kind: OrganisationKind; isConfirmed: boolean }[];
  blocks: (Omit<BlockRow, 'until' | 'createdAt'> & { until: string | null; createdAt: string })[];
}

/** Where a page of people ended. */
export interface PersonPosition {
  displayName: string;
  id: string;
}

/** Reads people for staff. A hub's people are those who have to do with it. */
@Injectable()
export class PersonReader {
  constructor(private readonly database: Database) {}

  /**
   * One query, however many there are. Somebody who has had nothing to do with the hubs is found by the whole address.
   * @returns by name
   */
  async search(wanted: {
    hubIds: readonly string[];
    q: string;
    now: Date;
    after: PersonPosition | undefined;
    limit: number;
  }): Promise<PersonSummary[]> {
    const { hubIds, q, now, after, limit } = wanted;
    const pattern = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
    return this.database.query<PersonSummary>(searchSql, [
      hubIds,
      q.toLowerCase(),
      pattern,
      now,
      after?.displayName ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  /** @returns undefined when there is no such person, or he or she has nothing to do with these hubs */
  async find(of: { accountId: string; hubIds: readonly string[]; now: Date }): Promise<PersonRow | undefined> {
    const [row] = await this.database.query<PersonRow>(findSql, [of.hubIds, of.accountId, of.now]);
    return row;
  }
}

const rolesSql = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'hub', h.slug) ORDER BY h.slug, r.role), '[]')
    FROM role_assignment r JOIN hub h ON h.id = r.hub_id WHERE r.account_id = a.id AND r.hub_id = ANY($1))`;

const searchSql = `
  SELECT a.id, a.display_name AS "displayName", a.email, ${rolesSql} AS roles,
    EXISTS (SELECT FROM person_block k WHERE k.account_id = a.id AND k.hub_id = ANY($1) AND k.lifted_at IS NULL
      AND (k.until IS NULL OR k.until > $4)) AS "isBlocked"
  FROM account a
  WHERE (a.email = $2
      OR ((a.display_name ILIKE $3 OR a.email ILIKE $3)
        AND EXISTS (SELECT FROM hub_person p WHERE p.account_id = a.id AND p.hub_id = ANY($1))))
    AND ($6::uuid IS NULL OR (a.display_name, a.id) > ($5, $6))
  ORDER BY a.display_name, a.id LIMIT $7`;

const findSql = `
  SELECT a.id, a.display_name AS "displayName", a.email, a.phone, a.municipality, a.age_group AS "ageGroup",
    a.birth_date::text AS "birthDate", a.created_at AS "createdAt",
    ${rolesSql} AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
        'isConfirmed', m.confirmed_at IS NOT NULL) ORDER BY o.name), '[]')
      FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.account_id = a.id)
      AS organisations,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'hub', h.slug, 'reason', k.reason, 'until', k.until,
        'createdAt', k.created_at, 'blockedBy', b.display_name) ORDER BY k.id), '[]')
      FROM person_block k JOIN hub h ON h.id = k.hub_id LEFT JOIN account b ON b.id = k.blocked_by
      WHERE k.account_id = a.id AND k.hub_id = ANY($1) AND k.lifted_at IS NULL AND (k.until IS NULL OR k.until > $3))
      AS blocks
  FROM account a
  WHERE a.id = $2 AND EXISTS (SELECT FROM hub_person p WHERE p.account_id = a.id AND p.hub_id = ANY($1))`;
