import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform';

export interface TotpRow {
  confirmedAt: Date;
  lastUsedAt: Date | null;
}

/** The secrets of authenticator apps, sealed; a person has one, and perhaps one that is being set up. */
@Injectable()
export class TotpRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string): Promise<TotpRow | undefined> {
    const [row] = await this.database.query<TotpRow>(
      `SELECT confirmed_at AS "confirmedAt", last_used_at AS "lastUsedAt" FROM totp
       WHERE account_id = $1 AND confirmed_at IS NOT NULL`,
      [accountId],
    );
    return row;
  }

  /** Keeps a secret that nobody has confirmed yet; the one in use stays in use meanwhile. */
  async savePending(accountId: string, sealed: Buffer, until: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO totp (account_id, pending_sealed_secret, pending_until) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET pending_sealed_secret = $2, pending_until = $3`,
      [accountId, sealed, until],
    );
  }

  async findPending(tx: Transaction, accountId: string, now: Date): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      `SELECT pending_sealed_secret AS sealed FROM totp WHERE account_id = $1 AND pending_until > $2 FOR UPDATE`,
      [accountId, now],
    );
    return row?.sealed;
  }

  /** Puts the pending secret into use; the code that confirmed it is used up. */
  async confirmPending(tx: Transaction, accountId: string, used: { step: number; now: Date }): Promise<void> {
    await tx.query(
      `UPDATE totp SET sealed_secret = pending_sealed_secret, confirmed_at = $2, last_used_at = $2, last_step = $3,
         pending_sealed_secret = NULL, pending_until = NULL
       WHERE account_id = $1`,
      [accountId, used.now, used.step],
    );
  }

  async findSecret(tx: Transaction, accountId: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      `SELECT sealed_secret AS sealed FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL`,
      [accountId],
    );
    return row?.sealed;
  }

  /** Uses a step up. @returns whether it, or a later one, had not been used before */
  async spendStep(tx: Transaction, accountId: string, { step, now }: { step: number; now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE totp SET last_step = $2, last_used_at = $3 WHERE account_id = $1 AND last_step < $2 RETURNING account_id`,
      [accountId, step, now],
    );
    return rows.length > 0;
  }

  /** @returns whether there was one in use */
  async remove(tx: Transaction, accountId: string): Promise<boolean> {
    const rows = await tx.query<{ wasConfirmed: boolean }>(
      `DELETE FROM totp WHERE account_id = $1 RETURNING confirmed_at IS NOT NULL AS "wasConfirmed"`,
      [accountId],
    );
    return rows[0]?.wasConfirmed ?? false;
  }
}
