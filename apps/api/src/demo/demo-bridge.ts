import { randomBytes } from 'node:crypto';
import type { Transaction } from '#libs/platform';
import { demoBridge } from './demo-printers.js';

/**
 * Pairs the demo hub's own bridge, which runs beside the broker and needs no code. One that the administrator has
 * removed stays removed.
 * @param verifier of the bridge's password at the broker; see `makeBrokerVerifier`
 */
export async function seedDemoBridge(tx: Transaction, hubSlug: string, verifier: string): Promise<void> {
  await tx.query(
    `WITH b AS (
       SELECT b.id, b.hub_id FROM bridge b JOIN hub h ON h.id = b.hub_id WHERE h.slug = $1 AND b.slug = $2),
     renewed AS (
       UPDATE device d SET broker_verifier = $3 FROM b
       WHERE d.bridge_id = b.id AND d.revoked_at IS NULL AND d.paired_by IS NULL)
     INSERT INTO device (hub_id, kind, name, bridge_id, paired_at, token_hash, broker_verifier)
     SELECT b.hub_id, 'bridge', 'Esittelyn silta', b.id, now(), $4, $3 FROM b
     WHERE NOT EXISTS (SELECT FROM device d WHERE d.bridge_id = b.id)`,
    // It asks nothing of the API, so nobody knows a token with this hash.
    [hubSlug, demoBridge, verifier, randomBytes(32)],
  );
}
