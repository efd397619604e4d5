import { Injectable } from '@nestjs/common';
import type { Locale, Profile } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import { Account } from './account.entity.js';

/** What people tell of themselves and no rule looks at. */
export type ToldProfile = Pick<Profile, 'phone' | 'municipality' | 'ageGroup' | 'organisations'>;

export type ProfileChanges = Partial<
  Pick<Account, 'displayName' | 'phone' | 'municipality' | 'ageGroup' | 'locale' | 'reminders'>
>;

/** Accounts. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** The account of an address, made when it is not there; parallel first sign-ins meet in one account. */
  async findOrCreate(
    tx: Transaction,
    person: { email: string; name?: string | undefined; locale: Locale; now: Date },
  ): Promise<string> {
    const [created] = await tx.query<{ id: string }>(
      `INSERT INTO account (email, display_name, locale, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [person.email, person.name ?? person.email.split('@')[0], person.locale, person.now],
    );
    if (created !== undefined) return created.id;
    const account = await tx.manager.findOneByOrFail(Account, { email: person.email });
    return account.id;
  }

  async update(accountId: string, changes: ProfileChanges): Promise<void> {
    await this.database.manager.update(Account, { id: accountId }, changes);
  }

  /** What a session does not bring along; undefined when there is no such account. */
  async findProfile(accountId: string): Promise<ToldProfile | undefined> {
    const [row] = await this.database.query<ToldProfile>(profileSql, [accountId]);
    return row;
  }

  /** @returns whether there is such a person, who has to do with these hubs */
  async writeBirthDate(
    tx: Transaction,
    of: { accountId: string; hubIds: readonly string[]; birthDate: string | null },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE account a SET birth_date = $3
       WHERE a.id = $2 AND a.erased_at IS NULL
         AND EXISTS (SELECT FROM hub_person p WHERE p.account_id = a.id AND p.hub_id = ANY($1))
       RETURNING a.id`,
      [of.hubIds, of.accountId, of.birthDate],
    );
    return rows.length > 0;
  }
}

const profileSql = `
  SELECT a.phone, a.municipality, a.age_group AS "ageGroup",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
        'isConfirmed', m.confirmed_at IS NOT NULL) ORDER BY o.name), '[]')
      FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.account_id = a.id)
      AS organisations
  FROM account a WHERE a.id = $1`;
