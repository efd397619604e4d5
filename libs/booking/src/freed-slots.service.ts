import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Interval } from './rules/interval.js';

/** A stretch of a resource that nobody occupies any more. */
export interface FreedSlot extends Interval {
  readonly hubId: string;
  readonly resourceId: string;
}

/** Offers what has just become free to those who wait for it. */
@Injectable()
export class FreedSlots {
  /**
   * Called in the very transaction that frees the slots: whoever is first in line holds one before anybody else can
   * book it.
   * @param freed what a cancelled, released, shortened or moved booking, or a lifted closure, no longer occupies
   */
  async offer(_tx: Transaction, _freed: readonly FreedSlot[]): Promise<void> {}
}
