import { Injectable } from '@nestjs/common';
import { idSchema, type HubRole } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

/** Who is meant to have which role where. */
export interface RoleAssignment {
  accountId: string;
  hubId: string;
  role: HubRole;
}

/** Who works where. */
@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  /** @param ref id or slug */
  async findHub(ref: string): Promise<{ id: string; slug: string; name: string } | undefined> {
    const key = idSchema.safeParse(ref).success ? 'id' : 'slug';
    const [hub] = await this.database.query<{ id: string; slug: string; name: string }>(
      `SELECT id, slug, name FROM hub WHERE ${key} = $1`,
      [ref],
    );
    return hub;
  }

  /** Makes those who change the roles of a hub wait for each other, so that two cannot both see another administrator. */
  async lockHub(tx: Transaction, hubId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('hub-roles/' || $1, 0))`, [hubId]);
  }

  async hasAccount(tx: Transaction, accountId: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM account WHERE id = $1`, [accountId])).length > 0;
  }

  /**
   * What the identity provider's groups gave stays from now on, whatever the groups say.
   * @returns whether the person did not have it before, or not by hand
   */
  async grant(tx: Transaction, { accountId, hubId, role }: RoleAssignment): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO role_assignment AS r (account_id, hub_id, role) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, role, hub_id) DO UPDATE SET source = 'hand' WHERE r.source <> 'hand' RETURNING id`,
      [accountId, hubId, role],
    );
    return rows.length > 0;
  }

  /** @returns whether the person had it */
  async revoke(tx: Transaction, { accountId, hubId, role }: RoleAssignment): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM role_assignment WHERE account_id = $1 AND hub_id = $2 AND role = $3 RETURNING id`,
      [accountId, hubId, role],
    );
    return rows.length > 0;
  }

  /** Whether the hub has an administrator besides this person. */
  async hasOtherAdmin(tx: Transaction, { accountId, hubId }: RoleAssignment): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM role_assignment WHERE hub_id = $1 AND role = 'admin' AND account_id <> $2 LIMIT 1`,
      [hubId, accountId],
    );
    return rows.length > 0;
  }
}
