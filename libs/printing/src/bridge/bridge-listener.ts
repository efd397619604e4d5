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
      connection.gather(['printerStatus', 'printerEvent', 'printerTemperature'], printers, async (reports) => {
        const gaps = await this.ingest.foldAll(reports);
        for (const bridge of gaps) await this.link.requestRebirth(bridge);
      }),
    ];
    void Promise.all(granted).catch((error: unknown) => this.logger.error(`MQTT: ${String(error)}`));
  }
}
