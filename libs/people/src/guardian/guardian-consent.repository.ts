import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { GuardianStatus } from '../rules/guardian-link.js';

/** One person in one hub. */
export interface PersonInHub {
  accountId: string;
  hubId: string;
}

/** The young person, as far as a question to the guardian needs. */
export interface Ward {
  displayName: string;
  email: string;
  locale: Locale;
}

/** A consent as people and staff see it. */
export interface ConsentRow {
  id: string;
  hub: string;
  hubName: string;
  status: GuardianStatus;
  guardianName: string | null;
  guardianEmail: string | null;
  askedAt: Date;
  expiresAt: Date | null;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
}

/** Somebody without the consent that was asked for. */
export interface MissingRow {
  person: { id: string; displayName: string };
  status: GuardianStatus;
  expiresAt: Date | null;
  since: Date;
}

/** A hub's list is for looking after people, not for statistics. */
const longestList = 200;

const columns = `g.id, h.slug AS hub, h.name AS "hubName", g.status, g.guardian_name AS "guardianName",
  g.guardian_email AS "guardianEmail", g.asked_at AS "askedAt", g.expires_at AS "expiresAt",
  g.answered_at AS "answeredAt", g.withdrawn_at AS "withdrawnAt"`;

/** What guardians were asked and have said. */
@Injectable()
export class GuardianConsentRepository {
  constructor(private readonly database: Database) {}

  /** Locks the person, so that two who ask at once do so one after the other. */
  async lockWard(tx: Transaction, accountId: string): Promise<Ward | undefined> {
    const [ward] = await tx.query<Ward>(
      `SELECT display_name AS "displayName", email, locale FROM account
       WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE`,
      [accountId],
    );
    return ward;
  }

  /** @returns whether a consent stands, which then needs no other */
  async isHeld(tx: Transaction, { accountId, hubId }: PersonInHub): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM guardian_consent WHERE account_id = $1 AND hub_id = $2 AND status = 'consented'`,
      [accountId, hubId],
    );
    return rows.length > 0;
  }

  /** A question that nobody has answered makes way for the next, and its address is forgotten. */
  async replaceAsked(tx: Transaction, { accountId, hubId }: PersonInHub): Promise<void> {
    await tx.query(
      `UPDATE guardian_consent SET status = 'replaced', guardian_email = NULL
       WHERE account_id = $1 AND hub_id = $2 AND status = 'asked'`,
      [accountId, hubId],
    );
  }

  async ask(
    tx: Transaction,
    of: PersonInHub & { guardianEmail: string; locale: Locale; hash: Buffer; by: string; now: Date; expiresAt: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO guardian_consent (account_id, hub_id, guardian_email, locale, status, token_hash, asked_by, asked_at,
         expires_at)
       VALUES ($1, $2, $3, $4, 'asked', $5, $6, $7, $8)`,
      [of.accountId, of.hubId, of.guardianEmail, of.locale, of.hash, of.by, of.now, of.expiresAt],
    );
  }

  async recordPaper(
    tx: Transaction,
    of: PersonInHub & { guardianName: string; locale: Locale; termsVersion: string; by: string; now: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO guardian_consent (account_id, hub_id, guardian_name, locale, status, terms_version, asked_by,
         asked_at, answered_at)
       VALUES ($1, $2, $3, $4, 'consented', $5, $6, $7, $7)`,
      [of.accountId, of.hubId, of.guardianName, of.locale, of.termsVersion, of.by, of.now],
    );
  }

  /** @returns whether a consent stood, or a question was open */
  async close(tx: Transaction, { accountId, hubId, now }: PersonInHub & { now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE guardian_consent SET status = 'withdrawn', withdrawn_at = $3, guardian_email = NULL
       WHERE account_id = $1 AND hub_id = $2 AND status IN ('asked', 'consented') RETURNING id`,
      [accountId, hubId, now],
    );
    return rows.length > 0;
  }

  /** @returns the newest of each hub, by the hub's name */
  async newest(of: { accountId: string; hubIds?: readonly string[] }): Promise<ConsentRow[]> {
    return this.database.query<ConsentRow>(
      `SELECT DISTINCT ON (h.name, h.id) ${columns} FROM guardian_consent g JOIN hub h ON h.id = g.hub_id
       WHERE g.account_id = $1 AND ($2::uuid[] IS NULL OR g.hub_id = ANY($2)) AND g.status <> 'replaced'
       ORDER BY h.name, h.id, g.id DESC`,
      [of.accountId, of.hubIds ?? null],
    );
  }

  /** @returns those of a hub whose newest word is not a consent, the last asked or withdrawn first */
  async missing(hubId: string): Promise<MissingRow[]> {
    return this.database.query<MissingRow>(
      `SELECT jsonb_build_object('id', a.id, 'displayName', a.display_name) AS person, g.status,
         g.expires_at AS "expiresAt", coalesce(g.withdrawn_at, g.answered_at, g.asked_at) AS since
       FROM (SELECT DISTINCT ON (account_id) * FROM guardian_consent WHERE hub_id = $1 AND status <> 'replaced'
         ORDER BY account_id, id DESC) g
       JOIN account a ON a.id = g.account_id
       WHERE g.status <> 'consented'
       ORDER BY since DESC, a.id LIMIT ${longestList}`,
      [hubId],
    );
  }

  async ageOf(accountId: string): Promise<{ birthDate: string | null; ageGroup: string | null } | undefined> {
    const [row] = await this.database.query<{ birthDate: string | null; ageGroup: string | null }>(
      `SELECT birth_date::text AS "birthDate", age_group AS "ageGroup" FROM account WHERE id = $1`,
      [accountId],
    );
    return row;
  }
}
