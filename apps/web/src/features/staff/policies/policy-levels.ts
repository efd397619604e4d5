import type { Hub, PolicyLayer, PolicyLayerList, Resource } from '#libs/contracts';
import type { RuleField } from './rule-fields.js';

/** A layer with those that it inherits from. */
export interface PolicyLevel {
  readonly layer: PolicyLayer;
  readonly name: string;
  /** From the nearest to the hub. */
  readonly above: readonly PolicyLevel[];
}

interface Known {
  readonly hub: Pick<Hub, 'name' | 'pools'>;
  readonly resources: readonly Pick<Resource, 'slug' | 'name' | 'category' | 'pool'>[];
  readonly categoryName: (category: Resource['category']) => string;
}

/** Every level of a hub that still has something to rule, the farthest first. */
export function policyLevels(list: PolicyLayerList, { hub, resources, categoryName }: Known): PolicyLevel[] {
  const levels: PolicyLevel[] = [];
  const level = (scope: PolicyLayer['scope'], target?: string | null) =>
    levels.filter(({ layer }) => layer.scope === scope && (target === undefined || layer.target === target));
  const add = (layer: PolicyLayer, name: string, above: readonly PolicyLevel[]) => levels.push({ layer, name, above });
  for (const layer of list.items) {
    const pool = hub.pools.find(({ slug }) => slug === layer.target);
    const resource = resources.find(({ slug }) => slug === layer.target);
    if (layer.scope === 'hub') add(layer, hub.name, []);
    if (layer.scope === 'category') add(layer, categoryName(layer.target as Resource['category']), level('hub'));
    if (layer.scope === 'pool' && pool) add(layer, pool.name, [...level('category', pool.category), ...level('hub')]);
    if (layer.scope === 'resource' && resource) {
      const above = [...level('pool', resource.pool), ...level('category', resource.category), ...level('hub')];
      add(layer, resource.name, above);
    }
  }
  return levels;
}

/** Whether a rule is set on this very level. */
export function isOwn({ layer }: PolicyLevel, field: RuleField): boolean {
  return layer.overrides[field] !== undefined;
}

/** The nearest level above that sets a rule; undefined when nobody has said anything. */
export function inheritedFrom({ above }: PolicyLevel, field: RuleField): PolicyLevel | undefined {
  return above.find((level) => isOwn(level, field));
}

/** What would hold on a level without a rule of its own. */
export function inheritedValue<F extends RuleField>(
  level: PolicyLevel,
  field: F,
  defaults: PolicyLayerList['defaults'],
): PolicyLayerList['defaults'][F] {
  return (inheritedFrom(level, field)?.layer.policy ?? defaults)[field];
}
