import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import { pictureTypeOf, type PictureType } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Database, Problem } from '#libs/platform';
import { lookForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { TemperatureRepository } from '../temperature/temperature.repository.js';
import { CameraRepository, type PictureAnswer } from './camera.repository.js';

/** What a camera saw. */
export interface CameraPicture {
  content: Buffer;
  type: PictureType;
  takenAt: Date;
}

/** How long somebody who looks waits for the picture. */
export class PicturePatience {
  readonly pollMs: number = 200;
  readonly polls: number = 50;
}

/** A printer's camera: for staff, and for whoever's print is on it for as long as it is. */
@Injectable()
export class CameraViewService {
  private readonly patience: PicturePatience;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly printers: PrinterRepository,
    private readonly temperatures: TemperatureRepository,
    private readonly cameras: CameraRepository,
    @Optional() patience?: PicturePatience,
  ) {
    this.patience = patience ?? new PicturePatience();
  }

  /**
   * Asks the bridge for a picture and waits for it, with all others who look at the same time. Which process the bridge
   * brings it to does not matter: they meet in the database.
   * @throws Problem `not_found` to everybody else, `printer.unreachable`, `printer.no_camera`, `printer.no_picture`
   */
  async look(viewer: Viewer, idOrSlug: string): Promise<CameraPicture> {
    const printerId = await this.find(viewer, idOrSlug);
    const line = await this.printers.lineOf(printerId);
    if (line?.isOnline !== true) throw new Problem('printer.unreachable');
    if (!(await this.cameras.hasCamera(printerId))) throw new Problem('printer.no_camera');
    const askedAt = await this.ask(printerId);
    for (let polls = 0; polls < this.patience.polls; polls += 1) {
      const answer = await this.cameras.answerTo(printerId, askedAt);
      if (answer !== undefined) return pictureOf(answer);
      await setTimeout(this.patience.pollMs);
    }
    throw new Problem('printer.no_picture');
  }

  private async find(viewer: Viewer, idOrSlug: string): Promise<string> {
    const printer = await lookForStaff(this.printers, viewer, idOrSlug);
    if (printer !== undefined) return printer.id;
    const own = await this.temperatures.ownPrintSince(idOrSlug, viewer.accountId);
    if (own === undefined) throw new Problem('not_found');
    return own.printerId;
  }

  private ask(printerId: string): Promise<Date> {
    return this.database.transaction(async (tx) => {
      const askingId = randomUUID();
      const { askedAt, isNew } = await this.cameras.ask(tx, printerId, { askingId, now: this.clock.now() });
      if (isNew) tx.enqueue('bridge.command', { type: 'photograph', printerId, askingId });
      return askedAt;
    });
  }
}

function pictureOf({ content, refusal, answeredAt }: PictureAnswer): CameraPicture {
  const type = content && pictureTypeOf(content);
  if (content !== null && type !== null) return { content, type, takenAt: answeredAt };
  throw new Problem(refusal === 'no_camera' ? 'printer.no_camera' : 'printer.no_picture');
}
