import { Injectable } from '@nestjs/common';
import type { PolicyChange, PolicyChanged, PolicyLayer, PolicyLayerList, PolicyScope } from '#libs/contracts';
import { isAdminOf, isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { ChangedRules } from './changed-rules.service.js';
import { assertUsable, findLayer, layersOf, type Layer } from './policy-layers.js';
import { PolicyRepository } from './policy.repository.js';
import { changeOverrides, defaultPolicy, type PolicyOverrides } from '../rules/policy.js';

/** What an administrator wants to change. */
interface LayerChange {
  readonly scope: PolicyScope;
  /** Id or slug, or a category. */
  readonly target: string;
  readonly fields: PolicyChange;
  /** Whether fields that are not named keep what is set there. */
  readonly keep: boolean;
}

/** Which rules are set where, and changing them. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly policies: PolicyRepository,
    private readonly changed: ChangedRules,
  ) {}

  /**
   * Every layer of a hub, for its staff.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async layers(hub: string, viewer: Viewer): Promise<PolicyLayerList> {
    const place = await this.places.place(hub);
    if (!isStaffOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
    return { defaults: defaultPolicy, items: layersOf(place).map(layerView), nextCursor: null };
  }

  /**
   * Changes what is set on one layer; bookings that are there stay as they are.
   * @returns the layer, and the coming bookings which its rules would no longer let anybody make
   * @throws Problem `not_found`, `auth.forbidden`, `policy.invalid`
   */
  async change(hub: string, { scope, target, fields, keep }: LayerChange, asking: Asking): Promise<PolicyChanged> {
    const { id, slug } = await this.places.hub(hub);
    if (!isAdminOf(asking.viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await this.policies.lockHub(tx, id);
      const before = await this.places.place(id, tx);
      const layer = findLayer(before, scope, target);
      const overrides = changeOverrides(keep ? layer.overrides : {}, fields);
      await this.policies.save(tx, layer, overrides);
      const after = await this.places.place(id, tx);
      assertUsable(layersOf(after));
      record(tx, { layer, overrides, viewer: asking.viewer });
      tx.changed(slug, 'bookings', 'board');
      const noLongerAllowed = await this.changed.settle(tx, { before, after }, asking.locale);
      return { layer: layerView(findLayer(after, scope, target)), noLongerAllowed };
    });
  }
}

function record(tx: Transaction, to: { layer: Layer; overrides: PolicyOverrides; viewer: Viewer }): void {
  const { scope, target, rowId, overrides: before } = to.layer;
  tx.record({
    accountId: to.viewer.accountId,
    action: 'policy.change',
    subjectType: scope === 'category' ? 'hub' : scope,
    subjectId: rowId,
    details: { scope, target, before, after: to.overrides },
  });
}

function layerView({ scope, target, overrides, policy }: Layer): PolicyLayer {
  return { scope, target, overrides, policy };
}
