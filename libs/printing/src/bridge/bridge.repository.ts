import { Injectable } from '@nestjs/common';
import type { BridgeState } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';

/** How a bridge is named in MQTT topics. */
export interface BridgeAddress {
  hub: string;
  bridge: string;
}

const isCurrent = `hub_id = (SELECT id FROM hub WHERE slug = $1) AND slug = $2 AND revoked_at IS NULL
  AND (session IS NULL OR session <= $3::bigint)`;

/** Bridges and their sessions: what an earlier session says changes nothing. */
@Injectable()
export class BridgeRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the bridge; undefined when it is not known, its pairing was removed, or it speaks of a session that is over */
  async noteState(
    tx: Transaction,
    address: BridgeAddress,
    { state, session }: BridgeState,
  ): Promise<{ id: string; hubId: string } | undefined> {
    const [bridge] = await tx.query<{ id: string; hubId: string }>(
      `UPDATE bridge SET session = $3, online = $4, seen_at = $5 WHERE ${isCurrent} RETURNING id, hub_id AS "hubId"`,
      [address.hub, address.bridge, session, state === 'online', this.clock.now()],
    );
    return bridge;
  }

  /** @returns the bridge when its pairing was removed; undefined when it may speak */
  async noteRevocation(
    tx: Transaction,
    bridgeId: string,
  ): Promise<{ id: string; hubId: string; hub: string } | undefined> {
    const [bridge] = await tx.query<{ id: string; hubId: string; hub: string }>(
      `UPDATE bridge b SET online = false FROM hub h
       WHERE b.id = $1 AND h.id = b.hub_id AND b.revoked_at IS NOT NULL
       RETURNING b.id, b.hub_id AS "hubId", h.slug AS hub`,
      [bridgeId],
    );
    return bridge;
  }

  async noteBirth(address: BridgeAddress, birth: { session: number; version: string }): Promise<void> {
    await this.database.query(`UPDATE bridge SET session = $3, version = $4, seen_at = $5 WHERE ${isCurrent}`, [
      address.hub,
      address.bridge,
      birth.session,
      birth.version,
      this.clock.now(),
    ]);
  }
}
