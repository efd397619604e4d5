import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** Sign-in codes; one address has at most one. */
@Injectable()
export class SignInRepository {
  /** Locks the address, so that parallel requests count each other. */
  async recentRequests(tx: Transaction, email: string): Promise<Date[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [email]);
    const [row] = await tx.query<{ requested_at: Date[] }>(`SELECT requested_at FROM sign_in_code WHERE email = $1`, [
      email,
    ]);
    return row?.requested_at ?? [];
  }

  /** Puts a fresh code in the place of an earlier one. */
  async saveCode(
    tx: Transaction,
    code: { email: string; hash: Buffer; expiresAt: Date; requestedAt: Date[] },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sign_in_code (email, code_hash, expires_at, requested_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
         requested_at = excluded.requested_at`,
      [code.email, code.hash, code.expiresAt, code.requestedAt],
    );
  }

  /** Forgets addresses whose code is over and whose requests count no more, whoever they belong to. */
  async forgetOld(tx: Transaction, { now, windowStart }: { now: Date; windowStart: Date }): Promise<void> {
    await tx.query(
      `DELETE FROM sign_in_code WHERE email IN (
         SELECT email FROM sign_in_code
         WHERE expires_at <= $1 AND NOT EXISTS (SELECT FROM unnest(requested_at) AS r (at) WHERE r.at > $2)
         FOR UPDATE SKIP LOCKED)`,
      [now, windowStart],
    );
  }

  /**
   * Spends one try. The count grows in the same statement that reads the code, so parallel guesses cannot share one.
   * @returns the hash to compare with; 'spent' when the tries are used up; undefined when there is no living code
   */
  async spendTry(
    tx: Transaction,
    { email, now, maxTries }: { email: string; now: Date; maxTries: number },
  ): Promise<Buffer | 'spent' | undefined> {
    const [row] = await tx.query<{ code_hash: Buffer; tries: number }>(
      `UPDATE sign_in_code SET tries = tries + 1 WHERE email = $1 AND expires_at > $2 RETURNING code_hash, tries`,
      [email, now],
    );
    if (row === undefined) return undefined;
    return row.tries > maxTries ? 'spent' : row.code_hash;
  }

  /** A code works once: afterwards it is as good as expired, while its requests still count. */
  async retireCode(tx: Transaction, email: string): Promise<void> {
    await tx.query(`UPDATE sign_in_code SET expires_at = '-infinity' WHERE email = $1`, [email]);
  }
}
