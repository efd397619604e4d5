import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** Tries that count together, and how many of them there may be within one window. */
export interface TryCount {
  key: Buffer;
  max: number;
}

/** Wrong sign-in codes by whoever sent them. */
@Injectable()
export class SignInTriesRepository {
  /**
   * Spends one try of every count. The counts grow before anything is compared, and their rows stay locked, so parallel
   * guesses cannot share one.
   * @returns until when there is a pause; undefined when there is none
   */
  async spend(
    tx: Transaction,
    { counts, now, windowEndsAt }: { counts: readonly TryCount[]; now: Date; windowEndsAt: Date },
  ): Promise<Date | undefined> {
    const [row] = await tx.query<{ until: Date | null }>(
      `WITH spent AS (
         INSERT INTO sign_in_tries AS t (key, tries, window_ends_at)
         SELECT key, 1, $4 FROM unnest($1::bytea[]) AS c (key) ORDER BY key
         ON CONFLICT (key) DO UPDATE SET
           tries = CASE WHEN t.window_ends_at <= $3 THEN 1 ELSE t.tries + 1 END,
           window_ends_at = CASE WHEN t.window_ends_at <= $3 THEN $4 ELSE t.window_ends_at END
         RETURNING key, tries, window_ends_at)
       SELECT max(s.window_ends_at) AS until
       FROM spent s JOIN unnest($1::bytea[], $2::int[]) AS c (key, max) ON c.key = s.key WHERE s.tries > c.max`,
      [counts.map(({ key }) => key), counts.map(({ max }) => max), now, windowEndsAt],
    );
    return row?.until ?? undefined;
  }

  /** A right code was no try. */
  async giveBack(tx: Transaction, counts: readonly TryCount[]): Promise<void> {
    await tx.query(`UPDATE sign_in_tries SET tries = tries - 1 WHERE key = ANY ($1)`, [counts.map(({ key }) => key)]);
  }

  /** Forgets counts whose window is over. */
  async forgetOld(tx: Transaction, now: Date): Promise<void> {
    await tx.query(
      `DELETE FROM sign_in_tries WHERE key IN (
         SELECT key FROM sign_in_tries WHERE window_ends_at <= $1 FOR UPDATE SKIP LOCKED)`,
      [now],
    );
  }
}
