import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#libs/platform';
import type { AttemptContext } from '../dispatch/attempt.repository.js';
import { AttemptPictureRepository } from './attempt-picture.repository.js';

/** A failed print is worth a picture: it says in a moment what a cause says in no words. */
@Injectable()
export class FailurePictures {
  constructor(
    private readonly clock: Clock,
    private readonly pictures: AttemptPictureRepository,
  ) {}

  /** Asks for one after the commit. When none comes, nothing is missed. */
  async ask(tx: Transaction, { id, printerId }: Pick<AttemptContext, 'id' | 'printerId'>): Promise<void> {
    const askingId = randomUUID();
    const isAsked = await this.pictures.ask(tx, id, { askingId, now: this.clock.now() });
    if (isAsked) tx.enqueue('bridge.command', { type: 'photograph', printerId, askingId });
  }
}
