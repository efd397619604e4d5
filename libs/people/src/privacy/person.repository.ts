import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, erasedName, keptSince, retentionBatch, type DataSubject, type Transaction } from '#libs/platform';

/** A person whose data are about to be erased. */
export interface StandingPerson extends DataSubject {
  locale: Locale;
  hasRole: boolean;
  /** Hubs that he or she has to do with. */
  hubIds: string[];
  lastActiveAt: Date;
}

/** Somebody who has not been seen for long. */
export interface InactivePerson {
  accountId: string;
  email: string;
  locale: Locale;
}

/** Accounts as erasure and retention see them. */
@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined when there is no such person, or not any more */
  async find(accountId: string): Promise<(DataSubject & { locale: Locale }) | undefined> {
    const [person] = await this.database.query<DataSubject & { locale: Locale }>(
      `SELECT id AS "accountId", email, locale FROM account WHERE id = $1 AND erased_at IS NULL`,
      [accountId],
    );
    return person;
  }

  /** Locks a person, so that two erasures of one do not both happen. */
  async lock(tx: Transaction, accountId: string): Promise<StandingPerson | undefined> {
    const [person] = await tx.query<StandingPerson>(
      `SELECT a.id AS "accountId", a.email, a.locale, a.last_active_at AS "lastActiveAt",
         EXISTS (SELECT FROM role_assignment r WHERE r.account_id = a.id) AS "hasRole",
         ARRAY(SELECT DISTINCT d.hub_id FROM hub_person d WHERE d.account_id = a.id) AS "hubIds"
       FROM account a WHERE a.id = $1 AND a.erased_at IS NULL FOR NO KEY UPDATE`,
      [accountId],
    );
    return person;
  }

  /** When a session was opened. */
  async signedInAt(sessionId: string): Promise<Date | undefined> {
    const [session] = await this.database.query<{ createdAt: Date }>(
      `SELECT created_at AS "createdAt" FROM session WHERE id = $1`,
      [sessionId],
    );
    return session?.createdAt;
  }

  /** Takes everything out of the account that tells who it was. */
  async empty(tx: Transaction, accountId: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE account SET email = NULL, display_name = '${erasedName}', phone = NULL, municipality = NULL,
         birth_date = NULL, reminders = false, inactivity_warned_at = NULL, erased_at = $2
       WHERE id = $1`,
      [accountId, now],
    );
  }

  /** Notes that people are warned who will have been away for too long soon. */
  async warnInactive(tx: Transaction, now: Date, warnFrom: Date): Promise<InactivePerson[]> {
    return tx.query<InactivePerson>(
      `UPDATE account SET inactivity_warned_at = $1 WHERE id IN (
         SELECT a.id FROM account a
         WHERE a.erased_at IS NULL AND a.last_active_at < $2 AND a.inactivity_warned_at IS NULL
           AND NOT EXISTS (SELECT FROM role_assignment r WHERE r.account_id = a.id)
         ORDER BY a.last_active_at LIMIT ${retentionBatch} FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id AS "accountId", email, locale`,
      [now, warnFrom],
    );
  }

  /** People who were warned long enough ago, and whom nobody has seen since. */
  async overdue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT a.id FROM account a
       WHERE a.erased_at IS NULL AND a.last_active_at < $1 AND a.inactivity_warned_at <= $2
         AND NOT EXISTS (SELECT FROM role_assignment r WHERE r.account_id = a.id)
       ORDER BY a.last_active_at LIMIT $3`,
      [keptSince('inactiveAccount', now), keptSince('inactivityWarning', now), limit],
    );
    return rows.map(({ id }) => id);
  }

  /** People who were erased since an instant: something of theirs may still have been running then. */
  async erasedSince(since: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(`SELECT id FROM account WHERE erased_at > $1`, [since]);
    return rows.map(({ id }) => id);
  }
}
