import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

interface ConsentRow {
  version: string;
  locale: Locale;
  agreedAt: Date;
}

/** Who agreed to which version of the terms. */
@Injectable()
export class ConsentRepository {
  constructor(private readonly database: Database) {}

  /** The first time counts. */
  async agree(
    tx: Transaction,
    consent: { accountId: string; version: string; locale: Locale; now: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO consent (account_id, version, locale, agreed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [consent.accountId, consent.version, consent.locale, consent.now],
    );
  }

  async list(accountId: string): Promise<ConsentRow[]> {
    return this.database.query<ConsentRow>(
      `SELECT version, locale, agreed_at AS "agreedAt" FROM consent WHERE account_id = $1
       ORDER BY agreed_at DESC, version DESC`,
      [accountId],
    );
  }
}
