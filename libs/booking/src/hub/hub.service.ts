import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  categories,
  type Hub,
  type hubSummarySchema,
  type Locale,
  type Pool,
  type Resource,
  type ResourceQuery,
} from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { HubEntity } from './hub.entity.js';
import { isoRange } from '../calendar/iso-range.js';
import { localise } from './localised-text.js';
import type { Place } from './place.js';
import { PlaceRepository } from './place.repository.js';
import type { PoolEntity } from './pool.entity.js';
import type { ResourceEntity } from './resource.entity.js';
import { openingPeriods } from '../rules/opening-hours.js';

type HubSummary = z.infer<typeof hubSummarySchema>;

const weekMs = 7 * 24 * 60 * 60_000;

/** What there is: hubs, their pools and resources, their hours and rules. */
@Injectable()
export class HubService {
  constructor(
    private readonly places: PlaceRepository,
    private readonly clock: Clock,
  ) {}

  /** All hubs, by name. */
  async list(): Promise<HubSummary[]> {
    return (await this.places.hubs()).map(summaryOf);
  }

  /**
   * @param ref id or slug
   * @throws Problem `not_found`
   */
  async describe(ref: string, locale: Locale): Promise<Hub> {
    const place = await this.places.place(ref);
    const now = this.clock.now().getTime();
    const { hub } = place;
    const opening = openingPeriods(place.opening, { start: now, end: now + weekMs });
    const present = categories.filter((category) => place.offered.some((r) => r.category === category));
    return {
      ...summaryOf(hub),
      openNow: opening.some((period) => period.start <= now && now < period.end),
      opening: opening.map(isoRange),
      pools: place.pools.map((pool) => poolView(place, pool, locale)),
      policies: present.map((category) => ({ category, policy: place.categoryPolicy(category) })),
    };
  }

  /**
   * The resources of a hub in their usual order.
   * @param query `q` looks for words in the names and descriptions of the reader's language, and in slugs
   * @throws Problem `not_found`
   */
  async resources(ref: string, query: ResourceQuery, locale: Locale): Promise<Resource[]> {
    const place = await this.places.place(ref);
    return place.offered
      .map((resource) => resourceView(place, resource, locale))
      .filter((view) => query.category === undefined || view.category === query.category)
      .filter((view) => matches(view, query.q));
  }
}

function matches({ name, description, slug }: Resource, q: string | undefined): boolean {
  const text = `${name} ${description} ${slug}`.toLowerCase();
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function summaryOf({ id, slug, name, address, timeZone, languages }: HubEntity): HubSummary {
  return { id, slug, name, address, timeZone, languages };
}

function poolView(place: Place, pool: PoolEntity, locale: Locale): Pool {
  return {
    id: pool.id,
    slug: pool.slug,
    name: localise(pool.name, locale),
    description: localise(pool.description, locale),
    category: pool.category,
    resources: place.offered.filter((unit) => unit.poolId === pool.id).map((unit) => unit.slug),
  };
}

function resourceView(place: Place, resource: ResourceEntity, locale: Locale): Resource {
  const { id, slug, category, bookable, outOfOrderReason, outOfOrderUntil } = resource;
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
  };
}
