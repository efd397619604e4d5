import { Injectable } from '@nestjs/common';
import type { BridgeInfo, BridgeState } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';

interface BridgeAddress {
  hub: string;
  bridge: string;
}

/** Which bridges are there. A bridge that is lost takes its printers out of sight, but fails no print. */
@Injectable()
export class BridgePresenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A death notice of an earlier session is late and means nothing. */
  async noteState(address: BridgeAddress, { state, session }: BridgeState): Promise<void> {
    const isOnline = state === 'online';
    await this.database.transaction(async (tx) => {
      const [bridge] = await tx.query<{ id: string }>(
        `UPDATE bridge SET online = $3, session = greatest(session, $4::bigint), seen_at = $5
         WHERE hub_id = (SELECT id FROM hub WHERE slug = $1) AND slug = $2
           AND (session IS NULL OR session <= $4::bigint) RETURNING id`,
        [address.hub, address.bridge, isOnline, session, this.clock.now()],
      );
      if (bridge !== undefined && !isOnline) await this.loseSight(tx, bridge.id);
      tx.changed(address.hub, 'printers', 'board');
    });
  }

  async noteBirth(address: BridgeAddress, { session, version }: BridgeInfo): Promise<void> {
    await this.database.query(
      `UPDATE bridge SET version = $3, session = $4, seen_at = $5
       WHERE hub_id = (SELECT id FROM hub WHERE slug = $1) AND slug = $2 AND (session IS NULL OR session <= $4::bigint)`,
      [address.hub, address.bridge, version, session, this.clock.now()],
    );
  }

  /** Its running prints may well go on: they are unknown until it is back. A start on its way stays on its way. */
  private async loseSight(tx: Transaction, bridgeId: string): Promise<void> {
    await tx.query(`UPDATE printer SET state = 'offline' WHERE bridge_id = $1`, [bridgeId]);
    await tx.query(
      `WITH lost AS (
         UPDATE print_attempt t SET status = 'unknown' FROM printer p
         WHERE p.resource_id = t.printer_id AND p.bridge_id = $1
           AND t.status IN ('printing', 'paused', 'attention') RETURNING t.print_job_id
       )
       UPDATE print_job j SET status = 'unknown', version = version + 1, updated_at = $2
       FROM lost WHERE j.id = lost.print_job_id`,
      [bridgeId, this.clock.now()],
    );
  }
}
