import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { anyValue, type GatheredMessage } from '#libs/mqtt';
import { BridgeLink } from './bridge-link.js';
import { BridgePresenceService } from './bridge-presence.service.js';
import { PrinterIngestService } from '../printer/printer-ingest.service.js';
import type { PrinterReport } from '../printer/report-sorter.js';
import { BridgeCommandService } from '../setup/bridge-command.service.js';
import { TemperatureRecorder } from '../temperature/temperature-recorder.js';

/** Hands every message of every bridge to the service that folds it into the database. */
@Injectable()
export class BridgeListener implements OnModuleInit {
  private readonly logger = new Logger(BridgeListener.name);

  constructor(
    private readonly link: BridgeLink,
    private readonly presence: BridgePresenceService,
    private readonly ingest: PrinterIngestService,
    private readonly temperatures: TemperatureRecorder,
    private readonly commands: BridgeCommandService,
  ) {}

  onModuleInit(): void {
    const bridges = { hub: anyValue, bridge: anyValue };
    const printers = { ...bridges, printer: anyValue };
    const { connection } = this.link;
    const granted = [
      connection.subscribe('bridgeState', bridges, ({ params, payload }) => this.presence.noteState(params, payload)),
      connection.subscribe('bridgeInfo', bridges, ({ params, payload }) => this.presence.noteBirth(params, payload)),
      connection.gather(['printerStatus', 'printerEvent', 'printerTemperature'], printers, (reports) =>
        this.fold(reports),
      ),
      connection.subscribe('printerDiagnosis', printers, ({ params, payload }) =>
        this.commands.noteDiagnosis(params, payload),
      ),
    ];
    void Promise.all(granted).catch((error: unknown) => this.logger.error(`MQTT: ${String(error)}`));
  }

  /** Temperatures are only noted here: what is lost of them is a second of a curve, so nothing waits for them. */
  private async fold(messages: readonly (PrinterReport | GatheredMessage<'printerTemperature'>)[]): Promise<void> {
    const reports = messages.flatMap((message) => {
      if (message.name !== 'printerTemperature') return message;
      this.temperatures.note(message.params, message.payload);
      return [];
    });
    if (reports.length === 0) return;
    for (const bridge of await this.ingest.foldAll(reports)) await this.link.requestRebirth(bridge);
  }
}
