import { Injectable } from '@nestjs/common';
import type { DeviceKind } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { CurrentDevice } from './current-device.js';

export interface HubName {
  id: string;
  slug: string;
}

/** A device with what its list tells about it. */
export interface DeviceRow extends CurrentDevice {
  isClaimed: boolean;
  pairedById: string | null;
  pairedByName: string | null;
  pairedAt: Date;
  lastSeenAt: Date | null;
}

const current = `d.id, d.kind, d.name, h.id AS "hubId", h.slug AS hub, b.slug AS bridge`;
const places = `JOIN hub h ON h.id = d.hub_id LEFT JOIN bridge b ON b.id = d.bridge_id`;

/** Paired devices, and the bridges that some of them are. */
@Injectable()
export class DeviceRepository {
  constructor(private readonly database: Database) {}

  async findHub(idOrSlug: string): Promise<HubName | undefined> {
    const [hub] = await this.database.query<HubName>(`SELECT id, slug FROM hub WHERE id::text = $1 OR slug = $1`, [
      idOrSlug,
    ]);
    return hub;
  }

  /** Living devices of a hub, kiosks before bridges, by name. A bridge is seen by what it says at the broker. */
  async list(hubId: string, deviceId: string | null = null): Promise<DeviceRow[]> {
    return this.database.query<DeviceRow>(
      `SELECT ${current}, d.token_hash IS NOT NULL AS "isClaimed", a.id AS "pairedById",
         a.display_name AS "pairedByName", d.paired_at AS "pairedAt",
         CASE d.kind WHEN 'kiosk' THEN d.last_seen_at WHEN 'bridge' THEN b.seen_at END AS "lastSeenAt"
       FROM device d ${places} LEFT JOIN account a ON a.id = d.paired_by
       WHERE d.hub_id = $1 AND d.revoked_at IS NULL AND ($2::uuid IS NULL OR d.id = $2)
       ORDER BY d.kind DESC, d.name, d.id`,
      [hubId, deviceId],
    );
  }

  /** The device behind a token; its last sight is written at most every minute. */
  async findByToken(tokenHash: Buffer, now: Date): Promise<CurrentDevice | undefined> {
    const [device] = await this.database.query<CurrentDevice>(
      `WITH seen AS (
         UPDATE device SET last_seen_at = $2
         WHERE token_hash = $1 AND revoked_at IS NULL
           AND (last_seen_at IS NULL OR last_seen_at < $2::timestamptz - interval '1 minute')
       )
       SELECT ${current} FROM device d ${places} WHERE d.token_hash = $1 AND d.revoked_at IS NULL`,
      [tokenHash, now],
    );
    return device;
  }

  /** @throws QueryFailedError by `device_one_per_bridge` when a living device is that bridge already */
  async insert(
    tx: Transaction,
    device: {
      hubId: string;
      kind: DeviceKind;
      name: string;
      bridgeId: string | null;
      accountId: string;
      now: Date;
    },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO device (hub_id, kind, name, bridge_id, paired_by, paired_at) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id`,
      [device.hubId, device.kind, device.name, device.bridgeId, device.accountId, device.now],
    );
    if (row === undefined) throw new Error('a device was inserted without an id');
    return row.id;
  }

  /**
   * The bridge of that name, made when it is not there. Without a name, one whose computer was removed, whose printers
   * wait for the next; otherwise the first free number.
   */
  async takeBridge(tx: Transaction, hubId: string, slug: string | undefined): Promise<{ id: string; slug: string }> {
    const [bridge] = await tx.query<{ id: string; slug: string }>(
      `INSERT INTO bridge (hub_id, slug) VALUES ($1, coalesce($2,
         (SELECT slug FROM bridge b WHERE b.hub_id = $1 AND b.revoked_at IS NOT NULL
            AND NOT EXISTS (SELECT FROM device d WHERE d.bridge_id = b.id AND d.revoked_at IS NULL)
          ORDER BY slug LIMIT 1),
         (SELECT 'bridge-' || n FROM generate_series(1, 1000) AS n
          WHERE NOT EXISTS (SELECT FROM bridge b WHERE b.hub_id = $1 AND b.slug = 'bridge-' || n) ORDER BY n LIMIT 1)))
       ON CONFLICT ON CONSTRAINT bridge_slug_key DO UPDATE SET slug = excluded.slug RETURNING id, slug`,
      [hubId, slug ?? null],
    );
    if (bridge === undefined) throw new Error('a bridge was neither found nor made');
    return bridge;
  }

  /** Gives a device its credential, once; a bridge may speak again from then on. */
  async arm(
    tx: Transaction,
    deviceId: string,
    secrets: { tokenHash: Buffer; verifier: string; now: Date },
  ): Promise<(CurrentDevice & { bridgeId: string | null }) | undefined> {
    const armed = await tx.query(
      `UPDATE device SET token_hash = $2, broker_verifier = CASE kind WHEN 'bridge' THEN $3 END, last_seen_at = $4
       WHERE id = $1 AND token_hash IS NULL AND revoked_at IS NULL RETURNING id`,
      [deviceId, secrets.tokenHash, secrets.verifier, secrets.now],
    );
    if (armed.length === 0) return undefined;
    await tx.query(`UPDATE bridge b SET revoked_at = NULL FROM device d WHERE d.id = $1 AND b.id = d.bridge_id`, [
      deviceId,
    ]);
    const [device] = await tx.query<CurrentDevice & { bridgeId: string | null }>(
      `SELECT ${current}, d.bridge_id AS "bridgeId" FROM device d ${places} WHERE d.id = $1`,
      [deviceId],
    );
    return device;
  }

  async rename(tx: Transaction, place: { hubId: string; deviceId: string }, name: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE device SET name = $3 WHERE id = $1 AND hub_id = $2 AND revoked_at IS NULL RETURNING id`,
      [place.deviceId, place.hubId, name],
    );
    return rows.length > 0;
  }

  /** Makes the credential useless and, of a bridge, whatever it still says. */
  async revoke(
    tx: Transaction,
    place: { hubId: string; deviceId: string; now: Date },
  ): Promise<{ kind: DeviceKind; name: string; bridgeId: string | null } | undefined> {
    const [device] = await tx.query<{ kind: DeviceKind; name: string; bridgeId: string | null }>(
      `UPDATE device SET revoked_at = $3 WHERE id = $1 AND hub_id = $2 AND revoked_at IS NULL
       RETURNING kind, name, bridge_id AS "bridgeId"`,
      [place.deviceId, place.hubId, place.now],
    );
    if (device === undefined || device.bridgeId === null) return device;
    await tx.query(`UPDATE bridge SET revoked_at = $2 WHERE id = $1`, [device.bridgeId, place.now]);
    return device;
  }
}
