import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** A person in an organisation. */
export interface Membership {
  accountId: string;
  organisationId: string;
}

/** Who belongs to which organisation. */
@Injectable()
export class MembershipRepository {
  /**
   * @returns whether there is such an organisation, and whether the person is new there; the lock keeps it from being
   *   merged into another meanwhile
   */
  async join(
    tx: Transaction,
    { accountId, organisationId, now }: Membership & { now: Date },
  ): Promise<{ exists: boolean; isNew: boolean }> {
    const found = await tx.query(`SELECT FROM organisation WHERE id = $1 FOR KEY SHARE`, [organisationId]);
    if (found.length === 0) return { exists: false, isNew: false };
    const added = await tx.query(
      `INSERT INTO organisation_member (organisation_id, account_id, asked_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING account_id`,
      [organisationId, accountId, now],
    );
    return { exists: true, isNew: added.length > 0 };
  }

  /** @returns whether the person belonged to it */
  async leave(tx: Transaction, { accountId, organisationId }: Membership): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM organisation_member WHERE organisation_id = $1 AND account_id = $2 RETURNING account_id`,
      [organisationId, accountId],
    );
    return rows.length > 0;
  }
}
