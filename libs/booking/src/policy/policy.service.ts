import { Injectable } from '@nestjs/common';
import type { PolicyChange, PolicyChanged, PolicyLayer, PolicyLayerList, PolicyScope } from '#libs/contracts';
import { isAdminOf, isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { rehearse } from '../calendar/rehearse.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { ChangedRules } from './changed-rules.service.js';
import { assertUsable, findLayer, layersOf, layerVersion, type Layer } from './policy-layers.js';
import { PolicyRepository } from './policy.repository.js';
import { RuledOutBookings } from './ruled-out-bookings.service.js';
import { changeOverrides, defaultPolicy, type PolicyOverrides } from '../rules/policy.js';

/** What an administrator wants to change. */
interface LayerChange {
  readonly scope: PolicyScope;
  /** Id or slug, or a category. */
  readonly target: string;
  readonly fields: PolicyChange;
  /** Whether fields that are not named keep what is set there. */
  readonly keep: boolean;
  /** Versions of which one must be the layer's present one; undefined when any will do. */
  readonly ifMatch?: readonly number[] | undefined;
}

/** A change that is written and not yet committed. */
interface WrittenChange {
  readonly before: Place;
  readonly after: Place;
  /** As it was. */
  readonly layer: Layer;
  readonly overrides: PolicyOverrides;
}

/** Which rules are set where, and changing them. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly policies: PolicyRepository,
    private readonly changed: ChangedRules,
    private readonly ruledOut: RuledOutBookings,
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
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`, `policy.invalid`
   */
  async change(hub: string, change: LayerChange, asking: Asking): Promise<PolicyChanged> {
    const { id, slug } = await this.administered(hub, asking);
    return this.database.transaction(async (tx) => {
      const written = await this.write(tx, id, change);
      record(tx, { ...written, viewer: asking.viewer });
      tx.changed(slug, 'bookings', 'board');
      return { layer: viewAfter(written), noLongerAllowed: await this.changed.settle(tx, written, asking.locale) };
    });
  }

  /**
   * What `change` would answer; does the same and takes it back.
   * @throws Problem as `change`
   */
  async preview(hub: string, change: LayerChange, asking: Asking): Promise<PolicyChanged> {
    const { id } = await this.administered(hub, asking);
    return this.database.transaction((tx) =>
      rehearse(tx, async (rehearsal) => {
        const written = await this.write(rehearsal, id, change);
        const noLongerAllowed = await this.ruledOut.find(rehearsal, written, asking.locale);
        return { layer: viewAfter(written), noLongerAllowed };
      }),
    );
  }

  private async administered(hub: string, { viewer }: Asking): Promise<{ id: string; slug: string }> {
    const { id, slug } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    return { id, slug };
  }

  private async write(tx: Transaction, hubId: string, change: LayerChange): Promise<WrittenChange> {
    const { scope, target, fields, keep, ifMatch } = change;
    await this.policies.lockHub(tx, hubId);
    const before = await this.places.place(hubId, tx);
    const layer = findLayer(before, scope, target);
    if (ifMatch?.includes(layerVersion(layer.overrides)) === false) throw new Problem('precondition.failed');
    const overrides = changeOverrides(keep ? layer.overrides : {}, fields);
    await this.policies.save(tx, layer, overrides);
    const after = await this.places.place(hubId, tx);
    assertUsable(layersOf(after));
    return { before, after, layer, overrides };
  }
}

function record(tx: Transaction, to: WrittenChange & { viewer: Viewer }): void {
  const { scope, target, rowId, overrides: before } = to.layer;
  tx.record({
    accountId: to.viewer.accountId,
    action: 'policy.change',
    subjectType: scope === 'category' ? 'hub' : scope,
    subjectId: rowId,
    details: { scope, target, before, after: to.overrides },
  });
}

function viewAfter({ after, layer }: WrittenChange): PolicyLayer {
  return layerView(findLayer(after, layer.scope, layer.target));
}

function layerView({ scope, target, overrides, policy }: Layer): PolicyLayer {
  return { scope, target, overrides, policy, version: layerVersion(overrides) };
}
