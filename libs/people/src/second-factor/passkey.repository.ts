import { Injectable } from '@nestjs/common';
import { Database, violatedConstraint, type Transaction } from '#libs/platform';

export interface PasskeyRow {
  id: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** What a challenge is for; one cannot be used for the other. */
export type ChallengePurpose = 'enrol' | 'sign_in';

const columns = `id, credential_id AS "credentialId", public_key AS "publicKey", counter::float8 AS counter, transports, name,
  created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** Passkeys and the questions they are asked. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  async list(accountId: string): Promise<PasskeyRow[]> {
    return this.database.query<PasskeyRow>(`SELECT ${columns} FROM passkey WHERE account_id = $1 ORDER BY created_at`, [
      accountId,
    ]);
  }

  /** @returns undefined when the credential is known already, whoever's it is */
  async insert(
    tx: Transaction,
    passkey: Omit<PasskeyRow, 'id' | 'lastUsedAt'> & { accountId: string },
  ): Promise<PasskeyRow | undefined> {
    const [row] = await tx.query<PasskeyRow>(
      `INSERT INTO passkey (account_id, credential_id, public_key, counter, transports, name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential_id) DO NOTHING RETURNING ${columns}`,
      [
        passkey.accountId,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        passkey.name,
        passkey.createdAt,
      ],
    );
    return row;
  }

  async count(tx: Transaction, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM passkey WHERE account_id = $1`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  async rename(accountId: string, id: string, name: string): Promise<PasskeyRow | undefined> {
    const [row] = await this.database.query<PasskeyRow>(
      `UPDATE passkey SET name = $3 WHERE account_id = $1 AND id = $2 RETURNING ${columns}`,
      [accountId, id, name],
    );
    return row;
  }

  /** @returns whether it was there */
  async remove(tx: Transaction, accountId: string, id: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM passkey WHERE account_id = $1 AND id = $2 RETURNING id`, [accountId, id]);
    return rows.length > 0;
  }

  /**
   * Notes that a passkey was used.
   * @param use.counter as the authenticator says; those that do not count always say 0
   * @returns false when the passkey is gone, or another request has seen this count or a higher one: it is a copy
   */
  async use(tx: Transaction, id: string, { counter, now }: { counter: number; now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE passkey SET counter = $2, last_used_at = $3
       WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING id`,
      [id, counter, now],
    );
    return rows.length > 0;
  }

  /** Asks a question; an earlier one of the same session and purpose is forgotten. @returns false when the session is over */
  async saveChallenge(
    sessionId: string,
    { purpose, challenge, expiresAt }: { purpose: ChallengePurpose; challenge: string; expiresAt: Date },
  ): Promise<boolean> {
    try {
      await this.database.query(
        `INSERT INTO passkey_challenge (session_id, purpose, challenge, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (session_id, purpose) DO UPDATE SET challenge = $3, expires_at = $4`,
        [sessionId, purpose, challenge, expiresAt],
      );
      return true;
    } catch (error) {
      if (violatedConstraint(error) === 'passkey_challenge_session_id_fkey') return false;
      throw error;
    }
  }

  /** Takes the question away, so that it is answered once, rightly or wrongly. */
  async takeChallenge(
    sessionId: string,
    { purpose, now }: { purpose: ChallengePurpose; now: Date },
  ): Promise<string | undefined> {
    const [row] = await this.database.query<{ challenge: string; isAlive: boolean }>(
      `DELETE FROM passkey_challenge WHERE session_id = $1 AND purpose = $2
       RETURNING challenge, expires_at > $3 AS "isAlive"`,
      [sessionId, purpose, now],
    );
    return row?.isAlive ? row.challenge : undefined;
  }
}
