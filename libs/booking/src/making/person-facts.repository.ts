import { Injectable } from '@nestjs/common';
import type { Category } from '#libs/contracts';
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
  activeCount: number;
  /** Pairs of epoch milliseconds. */
  counted: [number, number][];
  inductions: { kind: string; expiresAt: number | null }[];
  birthDate: string | null;
  hasGuardianConsent: boolean;
}

/** Reads what the rules about people look at. */
@Injectable()
export class PersonFactsRepository {
  /**
   * One query, whatever the rules.
   * @param reader the transaction when the answer must hold in it
   * @throws Error when there is no such account
   */
  async load(reader: Reader, person: Person): Promise<PersonFacts> {
    const { around } = person;
    const [row] = await reader.query<FactsRow>(factsSql, [
      person.accountId,
      person.hubId,
      person.category,
      person.now,
      new Date(around.start - weekMs),
      new Date(around.end + weekMs),
      person.leaveOut ?? null,
    ]);
    if (row === undefined) throw new Error(`there is no account ${person.accountId}`);
    return {
      ...row,
      counted: row.counted.map(([start, end]) => ({ start, end })),
      inductions: new Map(row.inductions.map(({ kind, expiresAt }) => [kind, expiresAt])),
    };
  }
}

const factsSql = `
  WITH own AS (
    SELECT status, starts_at, ends_at FROM booking
    WHERE account_id = $1 AND hub_id = $2 AND category = $3 AND id IS DISTINCT FROM $7::uuid
      AND status IN ('held', 'pending', 'confirmed', 'in_use', 'completed')
      AND (ends_at > $4 OR starts_at BETWEEN $5 AND $6))
  SELECT a.birth_date::text AS "birthDate", a.guardian_consent AS "hasGuardianConsent",
    (SELECT count(*)::int FROM own WHERE status <> 'completed' AND ends_at > $4) AS "activeCount",
    (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM starts_at) * 1000,
        extract(epoch FROM ends_at) * 1000)), '[]')
      FROM own WHERE starts_at BETWEEN $5 AND $6) AS counted,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'expiresAt', extract(epoch FROM expires_at) * 1000)),
        '[]')
      FROM induction WHERE account_id = $1 AND hub_id = $2) AS inductions
  FROM account a WHERE a.id = $1`;
