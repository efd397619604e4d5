import { Injectable } from '@nestjs/common';
import type { PolicyScope } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Layer } from './policy-layers.js';
import type { PolicyOverrides } from '../rules/policy.js';

/** Which row and column carries the rules of each layer; `$2` is the category, where there is one. */
const saveSql: Record<PolicyScope, string> = {
  hub: `UPDATE hub SET policy = $3 WHERE id = $1 AND $2::text IS NULL`,
  category: `UPDATE hub SET category_policies = category_policies || jsonb_build_object($2::text, $3::jsonb)
    WHERE id = $1`,
  pool: `UPDATE pool SET policy = $3 WHERE id = $1 AND $2::text IS NULL`,
  resource: `UPDATE resource SET policy = $3 WHERE id = $1 AND $2::text IS NULL`,
};

/** Writes the rules of hubs, categories, pools and resources. */
@Injectable()
export class PolicyRepository {
  /**
   * Makes those who change the rules or hours of a hub wait for each other, while bookings go on. Held until the
   * transaction ends.
   */
  async lockHub(tx: Transaction, hubId: string): Promise<void> {
    await tx.query(`SELECT FROM hub WHERE id = $1 FOR NO KEY UPDATE`, [hubId]);
  }

  async save(tx: Transaction, { scope, target, rowId }: Layer, overrides: PolicyOverrides): Promise<void> {
    const category = scope === 'category' ? target : null;
    await tx.query(saveSql[scope], [rowId, category, JSON.stringify(overrides)]);
  }
}
