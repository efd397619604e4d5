import type { z } from 'zod';
import {
  defaultLocale,
  type hubSummarySchema,
  type Locale,
  type Pool,
  type Resource,
  type SetUpHub,
} from '#libs/contracts';
import type { HubEntity } from './hub.entity.js';
import { localise } from './localised-text.js';
import type { Place } from './place.js';
import type { PoolEntity } from './pool.entity.js';
import type { ResourceEntity } from './resource.entity.js';

export type HubSummary = z.infer<typeof hubSummarySchema>;

export function hubSummary({ id, slug, name, address, timeZone, languages }: HubEntity): HubSummary {
  return { id, slug, name, address, timeZone, languages };
}

export function poolView(place: Place, pool: PoolEntity, locale: Locale): Pool {
  return {
    id: pool.id,
    slug: pool.slug,
    name: localise(pool.name, locale),
    description: localise(pool.description, locale),
    category: pool.category,
    resources: place.offered.filter((unit) => unit.poolId === pool.id).map((unit) => unit.slug),
    policy: place.poolPolicy(pool),
  };
}

/** Everything as it was entered; a retired resource is there, too. */
export function setupView(place: Place): SetUpHub {
  const { hub, pools, resources } = place;
  return {
    hub: { ...hubSummary(hub), country: hub.country },
    pools: pools.map(({ id, slug, name, description, category }) => ({ id, slug, name, description, category })),
    resources: resources.map((resource) => ({
      ...resourceFacts(place, resource, defaultLocale),
      name: resource.name,
      description: resource.description,
      position: resource.position,
      retired: resource.retiredAt !== null,
    })),
  };
}

export function resourceView(place: Place, resource: ResourceEntity, locale: Locale): Resource {
  return { ...resourceFacts(place, resource, locale), policy: place.policyOf(resource) };
}

function resourceFacts(place: Place, resource: ResourceEntity, locale: Locale): Omit<Resource, 'policy'> {
  const { id, slug, category, bookable, outOfOrderReason, outOfOrderUntil, pictureVersion } = resource;
  return {
    id,
    slug,
    hub: place.hub.slug,
    name: localise(resource.name, locale),
    description: localise(resource.description, locale),
    category,
    pool: place.poolOf(resource)?.slug ?? null,
    parent: place.parentSlugOf(resource),
    bookable,
    outOfOrder:
      outOfOrderReason === null ? null : { reason: outOfOrderReason, until: outOfOrderUntil?.toISOString() ?? null },
    picture:
      pictureVersion === null ? null : `/api/v1/hubs/${place.hub.slug}/resources/${slug}/picture?v=${pictureVersion}`,
  };
}
