import { Injectable } from '@nestjs/common';
import { pictureTypeOf, type PictureRefusal } from '#libs/contracts';
import { Clock, Database, Problem } from '#libs/platform';
import { AttemptPictureRepository } from './attempt-picture.repository.js';
import { CameraRepository } from './camera.repository.js';
import { PictureKeeping } from './picture-keeping.js';
import { PictureLink, type CarriedLink } from './picture-link.js';

/** Takes what bridges bring: a picture, or word that there is none. */
@Injectable()
export class PictureDeliveryService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly links: PictureLink,
    private readonly cameras: CameraRepository,
    private readonly attempts: AttemptPictureRepository,
    private readonly kept: PictureKeeping,
  ) {}

  /**
   * @throws Problem `not_found` also for a forged or expired link and when nobody waits any more,
   *   `request.unsupported_media_type` for what is no whole picture
   */
  async take(link: CarriedLink, content: Uint8Array): Promise<void> {
    this.assertOurs(link);
    const type = pictureTypeOf(content);
    if (type === null) {
      await this.refuse(link, 'no_picture');
      throw new Problem('request.unsupported_media_type');
    }
    const { askingId } = link;
    const answer = { content: Buffer.from(content), refusal: null, answeredAt: this.clock.now() };
    const seen = await this.database.transaction((tx) => this.cameras.noteAnswer(tx, askingId, answer));
    if (seen !== undefined) return;
    if (!(await this.attempts.isAwaited(askingId))) throw new Problem('not_found');
    await this.kept.keep(askingId, { content, type });
  }

  /** There is none this time, or never. @throws Problem `not_found` for a forged or expired link */
  async refuse(link: CarriedLink, refusal: PictureRefusal): Promise<void> {
    this.assertOurs(link);
    const { askingId } = link;
    await this.attempts.giveUp(askingId);
    await this.database.transaction(async (tx) => {
      const answer = { content: null, refusal, answeredAt: this.clock.now() };
      const printer = await this.cameras.noteAnswer(tx, askingId, answer);
      if (printer === undefined || refusal !== 'no_camera') return;
      await this.cameras.noteNoCamera(tx, printer.printerId);
      tx.changed(printer.hub, 'printers', 'queue');
    });
  }

  private assertOurs(link: CarriedLink): void {
    if (!this.links.isValid(link)) throw new Problem('not_found');
  }
}
