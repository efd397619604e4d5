import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform';

/** Recovery codes by their keyed hash. */
@Injectable()
export class RecoveryCodeRepository {
  constructor(private readonly database: Database) {}

  async countLeft(accountId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(countSql, [accountId]);
    return row?.count ?? 0;
  }

  /** Puts new codes in the place of all earlier ones. */
  async replace(tx: Transaction, accountId: string, codes: { hashes: Buffer[]; now: Date }): Promise<void> {
    await tx.query(`DELETE FROM recovery_code WHERE account_id = $1`, [accountId]);
    await tx.query(
      `INSERT INTO recovery_code (account_id, code_hash, created_at) SELECT $1, hash, $3 FROM unnest($2::bytea[]) AS hash`,
      [accountId, codes.hashes, codes.now],
    );
  }

  /** @returns how many are left after this one; undefined when the code is none, or was used before */
  async spend(
    tx: Transaction,
    accountId: string,
    { hash, now }: { hash: Buffer; now: Date },
  ): Promise<number | undefined> {
    const used = await tx.query(
      `UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL
       RETURNING account_id`,
      [accountId, hash, now],
    );
    if (used.length === 0) return undefined;
    const [row] = await tx.query<{ count: number }>(countSql, [accountId]);
    return row?.count ?? 0;
  }
}

const countSql = `SELECT count(*)::int AS count FROM recovery_code WHERE account_id = $1 AND used_at IS NULL`;
