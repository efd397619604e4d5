import { Injectable } from '@nestjs/common';
import type { FilamentRules, SavedFilamentRules } from '#libs/contracts';
import type { Database, Transaction } from '#libs/platform';
import { defaultFilamentRules } from '../rules/low-stock.js';

/** What hubs say about filament. */
@Injectable()
export class FilamentRulesRepository {
  async of(reader: Pick<Database | Transaction, 'query'>, hubId: string): Promise<SavedFilamentRules> {
    const [rules] = await reader.query<SavedFilamentRules>(
      `SELECT allowance_grams AS "allowanceGrams", low_stock_grams AS "lowStockGrams",
         low_stock_by_material AS "lowStockByMaterial", version FROM filament_rules WHERE hub_id = $1`,
      [hubId],
    );
    return rules ?? defaultFilamentRules;
  }

  async save(tx: Transaction, hubId: string, rules: FilamentRules): Promise<void> {
    await tx.query(
      `INSERT INTO filament_rules (hub_id, allowance_grams, low_stock_grams, low_stock_by_material)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (hub_id) DO UPDATE SET allowance_grams = excluded.allowance_grams,
         low_stock_grams = excluded.low_stock_grams, low_stock_by_material = excluded.low_stock_by_material,
         version = filament_rules.version + 1`,
      [hubId, rules.allowanceGrams, rules.lowStockGrams, JSON.stringify(rules.lowStockByMaterial)],
    );
  }
}
