import { Injectable } from '@nestjs/common';
import type { JobPayload, PrinterDiagnosis } from '#libs/contracts';
import { Database, HandlesJob } from '#libs/platform';
import { BridgeLink } from '../bridge/bridge-link.js';
import { PictureLink } from '../camera/picture-link.js';
import { PrinterRepository, type PrinterAddress } from '../printer/printer.repository.js';
import { PrinterSetupRepository } from './printer-setup.repository.js';

/** Carries commands to bridges, and what they found back. */
@Injectable()
export class BridgeCommandService {
  constructor(
    private readonly database: Database,
    private readonly link: BridgeLink,
    private readonly printers: PrinterRepository,
    private readonly repository: PrinterSetupRepository,
    private readonly pictures: PictureLink,
  ) {}

  @HandlesJob('bridge.command')
  async carry(command: JobPayload<'bridge.command'>): Promise<void> {
    if (command.type === 'reload') {
      const bridge = await this.repository.addressOf(command.bridgeId);
      if (bridge !== undefined) await this.link.requestReload(bridge);
      return;
    }
    const line = await this.printers.lineOf(command.printerId);
    if (line === undefined) return;
    if (command.type === 'examine') return this.link.requestExamination(line.address, command.commandId);
    await this.link.requestPicture(line.address, this.pictures.create(command.askingId));
  }

  /** An answer that nobody asked for, or that a later question has overtaken, changes nothing. */
  async noteDiagnosis(address: PrinterAddress, diagnosis: PrinterDiagnosis): Promise<void> {
    await this.database.transaction(async (tx) => {
      const isAwaited = await this.repository.noteDiagnosis(tx, address, diagnosis);
      if (isAwaited) tx.changed(address.hub, 'printers');
    });
  }
}
