import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { topicPrefix, type OwnDevice, type Paired, type Pairing, type RequestPairing } from '#libs/contracts';
import { Clock, Config, Database, KeyedHash, makeBrokerVerifier, Problem } from '#libs/platform';
import { newDeviceCode, pairingLifetimeMinutes } from '../rules/device-code.js';
import type { CurrentDevice } from './current-device.js';
import { DeviceRepository } from './device.repository.js';
import { hashDeviceToken, newDeviceToken } from './device-token.js';
import { PairingRepository } from './pairing.repository.js';

/** The credential, given once, or until when to go on asking. */
export type Claim = (Paired & { token: string }) | { status: 'pending'; expiresAt: string };

/**
 * A device's half of pairing: it asks for a short code, shows it, and asks after it until an administrator has entered
 * it. RFC 8628 without the parts that one hub has no use for.
 */
@Injectable()
export class PairingService {
  constructor(
    private readonly database: Database,
    private readonly pairings: PairingRepository,
    private readonly devices: DeviceRepository,
    private readonly keyedHash: KeyedHash,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Gives a code to show and a token to ask with. */
  async request({ kind, name }: RequestPairing): Promise<Pairing> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + pairingLifetimeMinutes * 60_000);
    const pollToken = randomBytes(32).toString('base64url');
    const code = newDeviceCode((limit) => randomInt(limit));
    const pairingId = await this.database.transaction(async (tx) => {
      await this.pairings.forgetOld(tx, now);
      const codeHash = this.keyedHash.of('device-code', code);
      const pairing = { kind, name: name ?? null, codeHash, pollHash: hashPollToken(pollToken), expiresAt };
      return this.pairings.insert(tx, pairing);
    });
    return { pairingId, code, pollToken, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Gives the credential to the device whose code was entered. It is given once: of two who ask at once, one gets it.
   * @throws Problem `not_found` for a wrong poll token; `device.pairing_over` when it expired, was given before, or the
   *   device was removed in the meantime
   */
  async claim(pairingId: string, pollToken: string): Promise<Claim> {
    const now = this.clock.now();
    const token = newDeviceToken();
    const password = randomBytes(32).toString('base64url');
    return this.database.transaction(async (tx) => {
      const pairing = await this.pairings.lockByPollToken(tx, pairingId, hashPollToken(pollToken));
      if (pairing === undefined) throw new Problem('not_found');
      const { deviceId, expiresAt, claimedAt } = pairing;
      if (expiresAt <= now || claimedAt !== null) throw new Problem('device.pairing_over');
      if (deviceId === null) return { status: 'pending', expiresAt: expiresAt.toISOString() };
      const secrets = { tokenHash: hashDeviceToken(token), verifier: makeBrokerVerifier(password), now };
      const device = await this.devices.arm(tx, deviceId, secrets);
      if (device === undefined) throw new Problem('device.pairing_over');
      await this.pairings.noteClaim(tx, pairingId, now);
      const { hubId } = device;
      tx.record({ accountId: null, action: 'device.claim', subjectType: 'device', subjectId: deviceId, hubId });
      if (device.bridgeId !== null) tx.enqueue('bridge.access', { bridgeId: device.bridgeId });
      tx.changed(device.hub, 'devices');
      return { status: 'paired', device: describeDevice(device), token, broker: this.brokerAccount(device, password) };
    });
  }

  private brokerAccount({ hub, bridge }: CurrentDevice, password: string): Paired['broker'] {
    if (bridge === null) return null;
    const username = `${hub}/${bridge}`;
    return { url: this.config.bridgeBrokerUrl, username, password, topicPrefix: `${topicPrefix}/${username}` };
  }
}

/** What a device is told of itself. */
export function describeDevice({ id, kind, name, hub, bridge }: CurrentDevice): OwnDevice {
  return { id, kind, name, hub, bridge };
}

function hashPollToken(pollToken: string): Buffer {
  return createHash('sha256').update(pollToken).digest();
}
