import { Injectable } from '@nestjs/common';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { blockedRule } from './active-block.js';
import { BlockRepository } from './block.repository.js';

/** Stands before everything that somebody who is blocked may not do. */
@Injectable()
export class BlockedPeople {
  constructor(
    private readonly clock: Clock,
    private readonly blocks: BlockRepository,
  ) {}

  /** @throws Problem `person.blocked` with reason and end, when this person is kept away from the hub */
  async assertNotBlocked(tx: Transaction, of: { accountId: string; hubId: string }): Promise<void> {
    const block = await this.blocks.active(tx, { ...of, now: this.clock.now() });
    if (block === null) return;
    const rule = blockedRule(block);
    throw new Problem('person.blocked', { params: rule.params, reasons: [rule] });
  }
}
