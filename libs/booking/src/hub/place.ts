import type { Category, Policy } from '#libs/contracts';
import { openingCalendarOf, type HubWithHours } from '../opening/opening-calendar.js';
import type { PoolEntity } from './pool.entity.js';
import type { ResourceEntity } from './resource.entity.js';
import type { OpeningCalendar } from '../rules/opening-hours.js';
import { resolvePolicy, type PolicyOverrides } from '../rules/policy.js';

/** One hub with everything that stands in it. */
export class Place {
  /** When the hub is open. */
  readonly opening: OpeningCalendar;
  private readonly poolById: Map<string, PoolEntity>;
  private readonly partsOf: Map<string | null, ResourceEntity[]>;

  /**
   * @param resources in the order in which people should see them
   */
  constructor(
    readonly hub: HubWithHours,
    readonly pools: readonly PoolEntity[],
    readonly resources: readonly ResourceEntity[],
  ) {
    this.opening = openingCalendarOf(hub);
    this.poolById = new Map(pools.map((pool) => [pool.id, pool]));
    this.partsOf = new Map();
    for (const resource of resources) {
      this.partsOf.set(resource.parentId, [...(this.partsOf.get(resource.parentId) ?? []), resource]);
    }
  }

  /** What is offered today, in order; the others are there for the bookings that they still have. */
  get offered(): ResourceEntity[] {
    return this.resources.filter((resource) => resource.retiredAt === null);
  }

  /** @param ref id or slug */
  findPool(ref: string): PoolEntity | undefined {
    return this.pools.find((pool) => pool.id === ref || pool.slug === ref);
  }

  /** @param ref id or slug */
  findResource(ref: string): ResourceEntity | undefined {
    return this.resources.find((resource) => resource.id === ref || resource.slug === ref);
  }

  poolOf(resource: ResourceEntity): PoolEntity | undefined {
    return resource.poolId === null ? undefined : this.poolById.get(resource.poolId);
  }

  unitsOf(pool: PoolEntity): ResourceEntity[] {
    return this.resources.filter((resource) => resource.poolId === pool.id);
  }

  /** What a resource is part of, by slug. */
  parentSlugOf(resource: ResourceEntity): string | null {
    return this.resources.find((other) => other.id === resource.parentId)?.slug ?? null;
  }

  /** The resource and, however deep, the parts that are taken along with it; itself first. */
  withParts(resource: ResourceEntity): ResourceEntity[] {
    return [resource, ...(this.partsOf.get(resource.id) ?? []).flatMap((part) => this.withParts(part))];
  }

  /** The rules that hold for a category where neither pool nor resource says otherwise. */
  categoryPolicy(category: Category): Policy {
    return resolvePolicy(this.hub.policy, this.hub.categoryPolicies[category]);
  }

  poolPolicy(pool: PoolEntity): Policy {
    return resolvePolicy(this.hub.policy, this.hub.categoryPolicies[pool.category], pool.policy);
  }

  policyOf(resource: ResourceEntity): Policy {
    return resolvePolicy(...this.layersOf(resource));
  }

  /** The rules set for a resource, from the hub to the resource; undefined where nothing is set. */
  layersOf(resource: ResourceEntity): (PolicyOverrides | undefined)[] {
    const { policy, categoryPolicies } = this.hub;
    return [policy, categoryPolicies[resource.category], this.poolOf(resource)?.policy, resource.policy];
  }
}
