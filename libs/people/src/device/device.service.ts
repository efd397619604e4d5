import { Injectable } from '@nestjs/common';
import type { Device, PairDevice } from '#libs/contracts';
import { Clock, Database, KeyedHash, Problem, violatedConstraint } from '#libs/platform';
import { isAdminOf, type Viewer } from '../access/viewer.js';
import { maxCodeTries, normaliseDeviceCode, tryWindowMinutes } from '../rules/device-code.js';
import { DeviceRepository, type DeviceRow, type HubName } from './device.repository.js';
import { describeDevice } from './pairing.service.js';
import { PairingRepository } from './pairing.repository.js';

/** What a hub's administrator does with its devices. */
@Injectable()
export class DeviceService {
  constructor(
    private readonly database: Database,
    private readonly devices: DeviceRepository,
    private readonly pairings: PairingRepository,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async list(hubRef: string, viewer: Viewer): Promise<Device[]> {
    const hub = await this.hubOf(hubRef, viewer);
    return (await this.devices.list(hub.id)).map(deviceView);
  }

  /**
   * Takes the device that shows this code into the hub; it fetches its credential by itself.
   * @throws Problem `device.code_invalid`, `auth.too_many_attempts`, `device.bridge_taken`, `not_found`,
   *   `auth.forbidden`
   */
  async pair(hubRef: string, request: PairDevice, viewer: Viewer): Promise<Device> {
    const hub = await this.hubOf(hubRef, viewer);
    try {
      return await this.show(hub, await this.admit(hub, request, viewer));
    } catch (error) {
      if (violatedConstraint(error) !== 'device_one_per_bridge') throw error;
      throw new Problem('device.bridge_taken', { params: { bridge: request.bridge ?? '' }, cause: error });
    }
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async rename(place: { hub: string; deviceId: string }, name: string, viewer: Viewer): Promise<Device> {
    const hub = await this.hubOf(place.hub, viewer);
    const { deviceId } = place;
    await this.database.transaction(async (tx) => {
      const isThere = await this.devices.rename(tx, { hubId: hub.id, deviceId }, name);
      if (!isThere) throw new Problem('not_found');
      const { accountId } = viewer;
      tx.record({ accountId, action: 'device.rename', ...subjectOf(hub, deviceId), details: { name } });
      tx.changed(hub.slug, 'devices');
    });
    return this.show(hub, deviceId);
  }

  /**
   * Makes a device's credential useless at once; a bridge is cut off from the broker as well.
   * @throws Problem `not_found`, also when it is revoked already; `auth.forbidden`
   */
  async revoke(place: { hub: string; deviceId: string }, viewer: Viewer): Promise<void> {
    const hub = await this.hubOf(place.hub, viewer);
    const { deviceId } = place;
    await this.database.transaction(async (tx) => {
      const device = await this.devices.revoke(tx, { hubId: hub.id, deviceId, now: this.clock.now() });
      if (device === undefined) throw new Problem('not_found');
      const { kind, name, bridgeId } = device;
      const { accountId } = viewer;
      const details = { kind, name };
      tx.record({ accountId, action: 'device.revoke', ...subjectOf(hub, deviceId), details });
      if (bridgeId !== null) tx.enqueue('bridge.access', { bridgeId });
      tx.changed(hub.slug, 'devices');
    });
  }

  /** A wrong code is counted even though it is refused, so this commits by itself. */
  private async admit(hub: HubName, request: PairDevice, viewer: Viewer): Promise<string> {
    const now = this.clock.now();
    const { accountId } = viewer;
    const deviceId = await this.database.transaction(async (tx) => {
      await this.pairings.forgetOld(tx, now);
      const since = new Date(now.getTime() - tryWindowMinutes * 60_000);
      if ((await this.pairings.countTries(tx, accountId, since)) >= maxCodeTries) return 'spent';
      const codeHash = this.keyedHash.of('device-code', normaliseDeviceCode(request.code));
      const pairing = await this.pairings.lockByCode(tx, codeHash, now);
      if (pairing === undefined) {
        await this.pairings.noteTry(tx, accountId, now);
        return undefined;
      }
      const { kind } = pairing;
      const name = request.name ?? pairing.name ?? kind;
      const taken = kind === 'bridge' ? await this.devices.takeBridge(tx, hub.id, request.bridge) : null;
      const device = { hubId: hub.id, kind, name, bridgeId: taken?.id ?? null, accountId, now };
      const id = await this.devices.insert(tx, device);
      await this.pairings.setDevice(tx, pairing.id, id);
      const details = { kind, name, bridge: taken?.slug ?? null };
      tx.record({ accountId, action: 'device.pair', ...subjectOf(hub, id), details });
      tx.changed(hub.slug, 'devices');
      return id;
    });
    if (deviceId === 'spent') throw new Problem('auth.too_many_attempts');
    if (deviceId === undefined) throw new Problem('device.code_invalid');
    return deviceId;
  }

  private async show(hub: HubName, deviceId: string): Promise<Device> {
    const [device] = await this.devices.list(hub.id, deviceId);
    if (device === undefined) throw new Problem('not_found');
    return deviceView(device);
  }

  private async hubOf(hubRef: string, viewer: Viewer): Promise<HubName> {
    const hub = await this.devices.findHub(hubRef);
    if (hub === undefined) throw new Problem('not_found');
    if (!isAdminOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    return hub;
  }
}

function subjectOf(hub: HubName, deviceId: string) {
  return { subjectType: 'device' as const, subjectId: deviceId, hubId: hub.id };
}

function deviceView(row: DeviceRow): Device {
  const { pairedById, pairedByName } = row;
  return {
    ...describeDevice(row),
    status: row.isClaimed ? 'paired' : 'waiting',
    pairedBy: pairedById === null || pairedByName === null ? null : { id: pairedById, displayName: pairedByName },
    pairedAt: row.pairedAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}
