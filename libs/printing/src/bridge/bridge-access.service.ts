import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { HandlesJob } from '#libs/platform';
import { BridgePresenceService } from './bridge-presence.service.js';
import { BrokerFiles } from './broker-files.js';

/** Told when the accounts at the broker have changed. */
export type AccessListener = () => Promise<void>;

/** Carries out at the broker what was decided in the database: a paired bridge is let in, a removed one is cut off. */
@Injectable()
export class BridgeAccessService {
  private readonly listeners = new Set<AccessListener>();

  constructor(
    private readonly files: BrokerFiles,
    private readonly presence: BridgePresenceService,
  ) {}

  /** For a broker that runs in this very process; a failing listener is called again with the whole job. */
  onChange(listener: AccessListener): void {
    this.listeners.add(listener);
  }

  @HandlesJob('bridge.access')
  async apply({ bridgeId }: JobPayload<'bridge.access'>): Promise<void> {
    await this.files.refresh();
    for (const listener of this.listeners) await listener();
    await this.presence.noteRevocation(bridgeId);
  }
}
