import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import { Account } from './account.entity.js';

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

  async update(
    accountId: string,
    changes: { displayName?: string; locale?: Locale; reminders?: boolean },
  ): Promise<void> {
    await this.database.manager.update(Account, { id: accountId }, changes);
  }
}
