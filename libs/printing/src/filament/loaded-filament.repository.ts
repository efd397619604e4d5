import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** Which spool is where. The caller holds the hub's plan. */
@Injectable()
export class LoadedFilamentRepository {
  /** Puts a spool in a place, and whatever was there off it; a print that runs there goes on from the new one. */
  async load(tx: Transaction, to: { spoolId: string; printerId: string; tool: number }): Promise<void> {
    const { spoolId, printerId, tool } = to;
    await this.unload(tx, spoolId);
    await tx.query(`UPDATE spool SET printer_id = NULL, tool = NULL WHERE printer_id = $1 AND tool = $2`, [
      printerId,
      tool,
    ]);
    await tx.query(`UPDATE spool SET printer_id = $2, tool = $3 WHERE id = $1`, [spoolId, printerId, tool]);
    await tx.query(`UPDATE printer SET is_unloaded = false, loaded_material = NULL WHERE resource_id = $1`, [
      printerId,
    ]);
    await tx.query(
      `UPDATE filament_use u SET spool_id = $1 FROM print_attempt t
       WHERE t.id = u.print_attempt_id AND t.printer_id = $2 AND u.tool = $3 AND u.ended_at IS NULL`,
      [spoolId, printerId, tool],
    );
  }

  /** Takes a spool off its printer, which is empty then unless another one is on it. */
  async unload(tx: Transaction, spoolId: string): Promise<void> {
    await tx.query(
      `UPDATE printer p SET is_unloaded = true, loaded_material = NULL FROM spool s
       WHERE s.id = $1 AND p.resource_id = s.printer_id
         AND NOT EXISTS (SELECT FROM spool o WHERE o.printer_id = s.printer_id AND o.id <> s.id)`,
      [spoolId],
    );
    await tx.query(`UPDATE spool SET printer_id = NULL, tool = NULL WHERE id = $1`, [spoolId]);
  }

  /** Says by hand what is in a printer. @returns false when a spool is */
  async state(tx: Transaction, printerId: string, material: string | null): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE printer SET loaded_material = $2, is_unloaded = false WHERE resource_id = $1
         AND NOT EXISTS (SELECT FROM spool WHERE printer_id = $1) RETURNING 1`,
      [printerId, material],
    );
    return rows.length > 0;
  }
}
