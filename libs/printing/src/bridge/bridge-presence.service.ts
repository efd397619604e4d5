import { Injectable } from '@nestjs/common';
import type { BridgeInfo, BridgeState } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import { CameraRepository } from '../camera/camera.repository.js';
import { AttemptRepository } from '../dispatch/attempt.repository.js';
import { BridgeRepository, type BridgeAddress } from './bridge.repository.js';
import { PrinterReportRepository } from '../printer/printer-report.repository.js';

/** Which bridges are there. A bridge that is lost takes its printers out of sight, but fails no print. */
@Injectable()
export class BridgePresenceService {
  constructor(
    private readonly database: Database,
    private readonly bridges: BridgeRepository,
    private readonly reports: PrinterReportRepository,
    private readonly attempts: AttemptRepository,
    private readonly cameras: CameraRepository,
  ) {}

  /** A death notice of an earlier session is late and means nothing. */
  async noteState(address: BridgeAddress, state: BridgeState): Promise<void> {
    await this.database.transaction(async (tx) => {
      const bridge = await this.bridges.noteState(tx, address, state);
      if (bridge === undefined || state.state === 'online') return;
      await this.loseSight(tx, { ...bridge, hub: address.hub });
    });
  }

  /** A bridge without a credential cannot say goodbye any more; nothing happens to one that is paired. */
  async noteRevocation(bridgeId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const bridge = await this.bridges.noteRevocation(tx, bridgeId);
      if (bridge !== undefined) await this.loseSight(tx, bridge);
    });
  }

  async noteBirth(address: BridgeAddress, birth: BridgeInfo): Promise<void> {
    await this.bridges.noteBirth(address, birth);
    await this.database.transaction(async (tx) => {
      if (await this.cameras.noteBirth(tx, address, birth)) tx.changed(address.hub, 'printers', 'queue');
    });
  }

  private async loseSight(tx: Transaction, bridge: { id: string; hubId: string; hub: string }): Promise<void> {
    const printersLost = await this.reports.loseSight(tx, bridge.id);
    const printsLost = await this.attempts.loseSight(tx, bridge.id);
    if (!printersLost && !printsLost) return;
    tx.enqueue('print.plan', { hubId: bridge.hubId });
    tx.changed(bridge.hub, 'printers', 'board', 'queue');
  }
}
