import { Injectable } from '@nestjs/common';
import type { Block, BlockPerson } from '#libs/contracts';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import { isStaffOf, type Viewer } from '../access/viewer.js';
import { RoleRepository } from '../roles/role.repository.js';
import { BlockRepository, type BlockRow } from './block.repository.js';

/** Staff keep somebody from booking and printing in their hub, for a time or until they say otherwise. */
@Injectable()
export class BlockService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRepository,
    private readonly blocks: BlockRepository,
  ) {}

  /**
   * What is booked already stays; that is for staff to look at.
   * @returns the block, and the hub where it is in force
   * @throws Problem `not_found`, `auth.forbidden`, `request.invalid` when it would be over already
   */
  async block(
    accountId: string,
    { hub, reason, until }: BlockPerson,
    viewer: Viewer,
  ): Promise<{ block: Block; hubId: string }> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, found.id)) throw new Problem('auth.forbidden');
    const now = this.clock.now();
    const end = until === undefined ? null : new Date(until);
    if (end !== null && end <= now) {
      throw new Problem('request.invalid', { errors: [{ path: 'until', message: 'must be in the future' }] });
    }
    const row = await this.database.transaction(async (tx) => {
      const block = { hubId: found.id, accountId, reason, until: end, by: viewer.accountId, now };
      const row = await this.blocks.insert(tx, block);
      if (row === undefined) throw new Problem('not_found');
      // The reason is about a person and can be erased with him; the record stays for good.
      record(tx, { action: 'person.block', viewer, accountId, hubId: found.id });
      return row;
    });
    return { block: blockView(row), hubId: found.id };
  }

  /** @throws Problem `not_found` also when it is of a hub where the viewer does not work */
  async lift(accountId: string, blockId: string, viewer: Viewer): Promise<void> {
    const hubIds = viewer.roles.map(({ hubId }) => hubId);
    await this.database.transaction(async (tx) => {
      const hubId = await this.blocks.lift(tx, { id: blockId, accountId, hubIds, now: this.clock.now() });
      if (hubId === undefined) throw new Problem('not_found');
      record(tx, { action: 'person.unblock', viewer, accountId, hubId });
    });
  }
}

function record(
  tx: Transaction,
  of: { action: 'person.block' | 'person.unblock'; viewer: Viewer; accountId: string; hubId: string },
): void {
  const { action, viewer, accountId, hubId } = of;
  tx.record({ accountId: viewer.accountId, action, subjectType: 'account', subjectId: accountId, hubId });
}

export function blockView({ until, createdAt, ...block }: BlockRow): Block {
  return { ...block, until: until?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}
