import { Injectable } from '@nestjs/common';
import type { GroupRole, Transaction } from '#libs/platform';

/** Whom the identity provider knows, and the roles that its groups gave. */
@Injectable()
export class ProviderIdentityRepository {
  /** @returns the account of a subject, with the time of this use written down */
  async findAccount(
    tx: Transaction,
    identity: { issuer: string; subject: string; now: Date },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ accountId: string }>(
      `UPDATE provider_identity SET last_used_at = $3 WHERE issuer = $1 AND subject = $2 RETURNING account_id AS "accountId"`,
      [identity.issuer, identity.subject, identity.now],
    );
    return row?.accountId;
  }

  /** Ties a subject to an account; of two first sign-ins at once both mean the same account. */
  async tie(
    tx: Transaction,
    identity: { issuer: string; subject: string; accountId: string; now: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO provider_identity (issuer, subject, account_id, created_at, last_used_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT DO NOTHING`,
      [identity.issuer, identity.subject, identity.accountId, identity.now],
    );
  }

  /**
   * Makes the roles from the provider those that are given here; roles given by hand stay as they are.
   * @returns how many came and went
   */
  async replaceRoles(
    tx: Transaction,
    accountId: string,
    roles: readonly GroupRole[],
  ): Promise<{ given: number; taken: number }> {
    const [counts] = await tx.query<{ given: number; taken: number }>(
      `WITH wanted AS (
         SELECT DISTINCT w.role, h.id AS hub_id
         FROM jsonb_to_recordset($2) AS w (role text, hub text) JOIN hub h ON h.slug = w.hub),
       taken AS (
         DELETE FROM role_assignment r WHERE r.account_id = $1 AND r.source = 'provider'
           AND NOT EXISTS (SELECT FROM wanted w WHERE w.role = r.role AND w.hub_id = r.hub_id)
         RETURNING r.id),
       given AS (
         INSERT INTO role_assignment (account_id, role, hub_id, source) SELECT $1, role, hub_id, 'provider' FROM wanted
         ON CONFLICT DO NOTHING RETURNING id)
       SELECT (SELECT count(*)::int FROM given) AS given, (SELECT count(*)::int FROM taken) AS taken`,
      [accountId, JSON.stringify(roles)],
    );
    return counts ?? { given: 0, taken: 0 };
  }
}
