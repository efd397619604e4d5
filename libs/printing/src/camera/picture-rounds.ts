import { Injectable } from '@nestjs/common';
import { Clock, HalfMinuteRounds } from '#libs/platform';
import { AttemptPictureRepository } from './attempt-picture.repository.js';
import { CameraRepository } from './camera.repository.js';

/** Forgets pictures that have been looked at, and gives up those that did not come. */
@Injectable()
export class PictureRounds extends HalfMinuteRounds {
  constructor(
    private readonly clock: Clock,
    private readonly cameras: CameraRepository,
    private readonly attempts: AttemptPictureRepository,
  ) {
    super();
  }

  protected override async goRound(): Promise<void> {
    await this.forget();
  }

  /** One round. */
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.cameras.forgetSeen(now);
    await this.attempts.giveUpLate(now);
  }
}
