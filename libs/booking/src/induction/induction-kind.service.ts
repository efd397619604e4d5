import { Injectable } from '@nestjs/common';
import type { InductionKindRule } from '#libs/contracts';
import { isAdminOf, isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { InductionKindRepository, type InductionLapse } from './induction-kind.repository.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { PolicyRepository } from '../policy/policy.repository.js';

/** What an administrator says of a kind, and versions of which one must be the present one; undefined for any. */
interface KindChange extends InductionLapse {
  readonly ifMatch?: readonly number[] | undefined;
}

/** Says after how long an induction lapses that nobody uses. */
@Injectable()
export class InductionKindService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly policies: PolicyRepository,
    private readonly kinds: InductionKindRepository,
  ) {}

  /**
   * A hub's kinds, for its staff.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async list(hub: string, viewer: Viewer): Promise<InductionKindRule[]> {
    const { id } = await this.places.hub(hub);
    if (!isStaffOf(viewer, id)) throw new Problem('auth.forbidden');
    return (await this.kinds.list(this.database, id)).map(versioned);
  }

  /**
   * Holds at once, also for inductions that are there; bookings that are there stay.
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`
   */
  async change(hub: string, { ifMatch, ...rule }: KindChange, viewer: Viewer): Promise<InductionKindRule> {
    const { id } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await this.policies.lockHub(tx, id);
      const present = kindVersion(await this.kinds.lapsesAfter(tx, id, rule.kind));
      if (ifMatch?.includes(present) === false) throw new Problem('precondition.failed');
      await this.kinds.save(tx, id, rule);
      tx.record({
        accountId: viewer.accountId,
        action: 'induction-kind.change',
        subjectType: 'hub',
        subjectId: id,
        details: { ...rule },
      });
    });
    return versioned(rule);
  }
}

const versioned = (rule: InductionLapse): InductionKindRule => ({
  ...rule,
  version: kindVersion(rule.lapsesAfterDays),
});

/** What is said is so little that it is its own version. */
function kindVersion(lapsesAfterDays: number | null): number {
  return lapsesAfterDays ?? 0;
}
