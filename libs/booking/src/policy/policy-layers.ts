import { categories, type Category, type Policy, type PolicyScope } from '#libs/contracts';
import { Problem } from '#libs/platform';
import type { Place } from '../hub/place.js';
import type { PoolEntity } from '../hub/pool.entity.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { contentVersion } from './content-version.js';
import { allowsSomeLength, resolvePolicy, type PolicyOverrides } from '../rules/policy.js';

/** Rules set in one place, and those that hold there. */
export interface Layer {
  readonly scope: PolicyScope;
  /** The category, or the slug. */
  readonly target: string;
  /** The row that carries the rules; a category's are carried by its hub. */
  readonly rowId: string;
  readonly overrides: PolicyOverrides;
  readonly policy: Policy;
}

/** Every layer of a hub, the farthest first; of the categories, those of which something stands there. */
export function layersOf(place: Place): Layer[] {
  const present = categories.filter((category) => place.resources.some((resource) => resource.category === category));
  return [
    hubLayer(place),
    ...present.map((category) => categoryLayer(place, category)),
    ...place.pools.map((pool) => poolLayer(place, pool)),
    ...place.resources.map((resource) => resourceLayer(place, resource)),
  ];
}

/**
 * @param target id or slug of the hub itself, of a pool or of a resource, or a category
 * @throws Problem `not_found`
 */
export function findLayer(place: Place, scope: PolicyScope, target: string): Layer {
  const layer = maybeLayer(place, scope, target);
  if (layer === undefined) throw new Problem('not_found');
  return layer;
}

/** @throws Problem `policy.invalid` when some layer's rules would let nothing be booked for any length */
export function assertUsable(layers: readonly Layer[]): void {
  if (!layers.every(({ policy }) => allowsSomeLength(policy))) throw new Problem('policy.invalid');
}

/** Of what is set on one layer, in whichever order. */
export function layerVersion(overrides: PolicyOverrides): number {
  return contentVersion(Object.entries(overrides).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function maybeLayer(place: Place, scope: PolicyScope, target: string): Layer | undefined {
  switch (scope) {
    case 'hub':
      return [place.hub.id, place.hub.slug].includes(target) ? hubLayer(place) : undefined;
    case 'category':
      return isCategory(target) ? categoryLayer(place, target) : undefined;
    case 'pool': {
      const pool = place.findPool(target);
      return pool && poolLayer(place, pool);
    }
    case 'resource': {
      const resource = place.findResource(target);
      return resource && resourceLayer(place, resource);
    }
  }
}

function isCategory(target: string): target is Category {
  return categories.some((category) => category === target);
}

function hubLayer({ hub }: Place): Layer {
  return { scope: 'hub', target: hub.slug, rowId: hub.id, overrides: hub.policy, policy: resolvePolicy(hub.policy) };
}

function categoryLayer(place: Place, category: Category): Layer {
  const { id, categoryPolicies } = place.hub;
  const overrides = categoryPolicies[category] ?? {};
  return { scope: 'category', target: category, rowId: id, overrides, policy: place.categoryPolicy(category) };
}

function poolLayer(place: Place, pool: PoolEntity): Layer {
  const { id, slug, policy } = pool;
  return { scope: 'pool', target: slug, rowId: id, overrides: policy, policy: place.poolPolicy(pool) };
}

function resourceLayer(place: Place, resource: ResourceEntity): Layer {
  const { id, slug, policy } = resource;
  return { scope: 'resource', target: slug, rowId: id, overrides: policy, policy: place.policyOf(resource) };
}
