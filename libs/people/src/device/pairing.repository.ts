import { Injectable } from '@nestjs/common';
import type { DeviceKind } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

export interface NewPairing {
  kind: DeviceKind;
  name: string | null;
  codeHash: Buffer;
  pollHash: Buffer;
  expiresAt: Date;
}

/** A pairing that its device asks after; `deviceId` is there once an administrator has entered the code. */
export interface PolledPairing {
  deviceId: string | null;
  expiresAt: Date;
  claimedAt: Date | null;
}

/** Short codes that wait for an administrator, and then for their device. */
@Injectable()
export class PairingRepository {
  /** Forgets codes that are over, with the devices that never fetched their credential. */
  async forgetOld(tx: Transaction, now: Date): Promise<void> {
    await tx.query(
      `DELETE FROM device WHERE token_hash IS NULL AND id IN (
         SELECT device_id FROM device_pairing WHERE expires_at <= $1 AND claimed_at IS NULL FOR UPDATE SKIP LOCKED)`,
      [now],
    );
    await tx.query(
      `DELETE FROM device_pairing WHERE id IN (
         SELECT id FROM device_pairing WHERE expires_at <= $1 FOR UPDATE SKIP LOCKED)`,
      [now],
    );
  }

  async insert(tx: Transaction, pairing: NewPairing): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO device_pairing (kind, name, code_hash, poll_hash, expires_at) VALUES ($1, $2, $3, $4, $5)
       RETURNING id`,
      [pairing.kind, pairing.name, pairing.codeHash, pairing.pollHash, pairing.expiresAt],
    );
    if (row === undefined) throw new Error('a pairing was inserted without an id');
    return row.id;
  }

  /** Codes somebody has entered wrongly since then; locks the person, so that parallel guesses count each other. */
  async countTries(tx: Transaction, accountId: string, since: Date): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [accountId]);
    await tx.query(`DELETE FROM device_code_try WHERE account_id = $1 AND tried_at <= $2`, [accountId, since]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM device_code_try WHERE account_id = $1`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  async noteTry(tx: Transaction, accountId: string, now: Date): Promise<void> {
    await tx.query(`INSERT INTO device_code_try (account_id, tried_at) VALUES ($1, $2)`, [accountId, now]);
  }

  /** Locks a living code that nobody has entered yet. */
  async lockByCode(
    tx: Transaction,
    codeHash: Buffer,
    now: Date,
  ): Promise<{ id: string; kind: DeviceKind; name: string | null } | undefined> {
    const [pairing] = await tx.query<{ id: string; kind: DeviceKind; name: string | null }>(
      `SELECT id, kind, name FROM device_pairing WHERE code_hash = $1 AND expires_at > $2 AND device_id IS NULL FOR UPDATE`,
      [codeHash, now],
    );
    return pairing;
  }

  async setDevice(tx: Transaction, pairingId: string, deviceId: string): Promise<void> {
    await tx.query(`UPDATE device_pairing SET device_id = $2 WHERE id = $1`, [pairingId, deviceId]);
  }

  /** Locks the pairing of whoever knows its poll token, so that of two claims at once one comes second. */
  async lockByPollToken(tx: Transaction, pairingId: string, pollHash: Buffer): Promise<PolledPairing | undefined> {
    const [pairing] = await tx.query<PolledPairing>(
      `SELECT device_id AS "deviceId", expires_at AS "expiresAt", claimed_at AS "claimedAt" FROM device_pairing
       WHERE id = $1 AND poll_hash = $2 FOR UPDATE`,
      [pairingId, pollHash],
    );
    return pairing;
  }

  async noteClaim(tx: Transaction, pairingId: string, now: Date): Promise<void> {
    await tx.query(`UPDATE device_pairing SET claimed_at = $2 WHERE id = $1`, [pairingId, now]);
  }
}
