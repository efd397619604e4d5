import { Injectable } from '@nestjs/common';
import type { Category } from '#libs/contracts';
import { activeBlockSql, blockedRule, heldConsentSql, type ActiveBlock } from '#libs/people';
import type { Reader } from '../calendar/allocation.repository.js';
import type { Interval } from '../rules/interval.js';
import type { PersonFacts } from '../rules/person-rules.js';

/** Bookings of the same week begin within this time of each other. */
const weekMs = 7 * 24 * 60 * 60_000;

/** Whose facts are wanted, for bookings of which kind. */
interface Person {
  accountId: string;
  hubId: string;
  category: Category;
  now: Date;
  /** The times that may be booked. */
  around: Interval;
  /** A booking that would make way, and therefore counts for nothing. */
  leaveOut?: string | undefined;
}

interface FactsRow {
  index: number;
  activeCount: number;
  /** Pairs of epoch milliseconds. */
  counted: [number, number][];
  inductions: { kind: string; holdsUntil: number | null }[];
  birthDate: string | null;
  hasGuardianConsent: boolean;
  block: ActiveBlock | null;
}

/** Reads what the rules about people look at. */
@Injectable()
export class PersonFactsRepository {
  /** As `loadAll`, for one. */
  async load(reader: Reader, person: Person): Promise<PersonFacts> {
    const [facts] = await this.loadAll(reader, [person]);
    if (facts === undefined) throw new Error('nobody was read');
    return facts;
  }

  /**
   * One query, whatever the rules and however many ask.
   * @param reader the transaction when the answers must hold in it
   * @returns in the order of the people
   * @throws Error when there is no such account
   */
  async loadAll(reader: Reader, people: readonly Person[]): Promise<PersonFacts[]> {
    const rows = await reader.query<FactsRow>(factsSql, [
      people.map(({ accountId }) => accountId),
      people.map(({ hubId }) => hubId),
      people.map(({ category }) => category),
      people.map(({ now }) => now),
      people.map(({ around }) => new Date(around.start - weekMs)),
      people.map(({ around }) => new Date(around.end + weekMs)),
      people.map(({ leaveOut }) => leaveOut ?? null),
    ]);
    const byIndex = new Map(rows.map((row) => [row.index, row]));
    return people.map(({ accountId }, index) => {
      const row = byIndex.get(index);
      if (row === undefined) throw new Error(`there is no account ${accountId}`);
      return factsOf(row);
    });
  }
}

function factsOf({ counted, inductions, ...row }: FactsRow): PersonFacts {
  return {
    activeCount: row.activeCount,
    birthDate: row.birthDate,
    hasGuardianConsent: row.hasGuardianConsent,
    blocked: row.block === null ? null : blockedRule(row.block),
    counted: counted.map(([start, end]) => ({ start, end })),
    inductions: new Map(inductions.map(({ kind, holdsUntil }) => [kind, holdsUntil])),
  };
}

const factsSql = `
  SELECT p.index::int - 1 AS index, a.birth_date::text AS "birthDate", 
    ${heldConsentSql({ account: 'p.account_id', hub: 'p.hub_id' })} AS "hasGuardianConsent",
    own.active AS "activeCount", own.counted,
    ${activeBlockSql({ account: 'p.account_id', hub: 'p.hub_id', now: 'p.now' })} AS block,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'holdsUntil', extract(epoch FROM holds_until) * 1000)),
        '[]')
      FROM held_induction WHERE account_id = p.account_id AND hub_id = p.hub_id) AS inductions
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::uuid[])
    WITH ORDINALITY AS p (account_id, hub_id, category, now, near_from, near_to, leave_out, index)
  JOIN account a ON a.id = p.account_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE b.status <> 'completed' AND b.ends_at > p.now)::int AS active,
      coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM b.starts_at) * 1000, extract(epoch FROM b.ends_at) * 1000))
        FILTER (WHERE b.starts_at BETWEEN p.near_from AND p.near_to), '[]') AS counted
    FROM booking b
    WHERE b.account_id = p.account_id AND b.hub_id = p.hub_id AND b.category = p.category
      AND b.id IS DISTINCT FROM p.leave_out
      AND b.status IN ('held', 'pending', 'confirmed', 'in_use', 'completed')
      AND (b.ends_at > p.now OR b.starts_at BETWEEN p.near_from AND p.near_to)) own`;
