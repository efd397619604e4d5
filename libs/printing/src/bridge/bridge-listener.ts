import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { anyValue } from '#libs/mqtt';
import { BridgeLink } from './bridge-link.js';
import { BridgePresenceService } from './bridge-presence.service.js';
import { PrinterIngestService } from '../printer/printer-ingest.service.js';

/** Hands every message of every bridge to the service that folds it into the database. */
@Injectable()
export class BridgeListener implements OnModuleInit {
  private readonly logger = new Logger(BridgeListener.name);

  constructor(
    private readonly link: BridgeLink,
    private readonly presence: BridgePresenceService,
    private readonly ingest: PrinterIngestService,
  ) {}

  onModuleInit(): void {
    const bridges = { hub: anyValue, bridge: anyValue };
    const printers = { ...bridges, printer: anyValue };
    const { connection } = this.link;
    const granted = [
      connection.subscribe('bridgeState', bridges, ({ params, payload }) => this.presence.noteState(params, payload)),
      connection.subscribe('bridgeInfo', bridges, ({ params, payload }) => this.presence.noteBirth(params, payload)),
      connection.subscribe('printerStatus', printers, ({ params, payload }) => this.ingest.foldStatus(params, payload)),
      connection.subscribe('printerEvent', printers, async ({ params, payload }) => {
        const isGap = await this.ingest.foldEvent(params, payload);
        if (isGap) await this.link.requestRebirth(params);
      }),
      connection.subscribe('printerTemperature', printers, ({ params, payload }) =>
        this.ingest.noteTemperature(params, payload),
      ),
    ];
    void Promise.all(granted).catch((error: unknown) => this.logger.error(`MQTT: ${String(error)}`));
  }
}
