import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

/** What a person has besides the code from the mail, taken together. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  /**
   * Locks the account, so that whoever adds or removes factors of one person does so in turn.
   * @returns the address and language to write to; undefined when there is no such person
   */
  async lockAccount(tx: Transaction, accountId: string): Promise<{ email: string; locale: Locale } | undefined> {
    const [row] = await tx.query<{ email: string; locale: Locale }>(
      `SELECT email, locale FROM account WHERE id = $1 FOR UPDATE`,
      [accountId],
    );
    return row;
  }

  /** Factors that are in use, recovery codes not among them. */
  async count(tx: Transaction, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM passkey WHERE account_id = $1)
         + (SELECT count(*) FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL))::int AS count`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  /** Whatever is left when no factor is: codes that stand in for none, and sessions that were lifted by one. */
  async forgetLeftovers(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(
      `WITH codes AS (DELETE FROM recovery_code WHERE account_id = $1),
         tries AS (DELETE FROM second_factor_try WHERE account_id = $1)
       UPDATE session SET level = 'first' WHERE account_id = $1`,
      [accountId],
    );
  }

  /** Removes everything and ends the person's sessions. */
  async reset(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(
      `WITH keys AS (DELETE FROM passkey WHERE account_id = $1), app AS (DELETE FROM totp WHERE account_id = $1),
         codes AS (DELETE FROM recovery_code WHERE account_id = $1),
         tries AS (DELETE FROM second_factor_try WHERE account_id = $1)
       DELETE FROM session WHERE account_id = $1`,
      [accountId],
    );
  }

  /** Hubs where a person works. */
  async hubsOf(tx: Transaction, accountId: string): Promise<string[]> {
    const rows = await tx.query<{ hubId: string }>(
      `SELECT DISTINCT hub_id AS "hubId" FROM role_assignment WHERE account_id = $1`,
      [accountId],
    );
    return rows.map(({ hubId }) => hubId);
  }

  /**
   * Spends one try. The count grows in the statement that reads it, so parallel tries cannot share one.
   * @param forgottenSince tries begun up to then count no more
   * @returns which try this is, and when the first one was
   */
  async spendTry(
    accountId: string,
    { now, forgottenSince }: { now: Date; forgottenSince: Date },
  ): Promise<{ tries: number; since: Date }> {
    const [row] = await this.database.query<{ tries: number; since: Date }>(
      `INSERT INTO second_factor_try AS t (account_id, tries, since) VALUES ($1, 1, $2)
       ON CONFLICT (account_id) DO UPDATE SET
         tries = CASE WHEN t.since <= $3 THEN 1 ELSE t.tries + 1 END,
         since = CASE WHEN t.since <= $3 THEN $2 ELSE t.since END
       RETURNING tries, since`,
      [accountId, now, forgottenSince],
    );
    if (row === undefined) throw new Error('the try was not counted');
    return row;
  }

  async forgetTries(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM second_factor_try WHERE account_id = $1`, [accountId]);
  }
}
