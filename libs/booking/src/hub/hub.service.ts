import { Injectable } from '@nestjs/common';
import { categories, type Hub, type Locale, type Resource, type ResourceQuery, type SetUpHub } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Problem } from '#libs/platform';
import { isoRange } from '../calendar/iso-range.js';
import { PlaceRepository } from './place.repository.js';
import { hubSummary, poolView, resourceView, setupView, type HubSummary } from './place-views.js';
import { openingPeriods } from '../rules/opening-hours.js';

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
    return (await this.places.hubs()).map(hubSummary);
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
      ...hubSummary(hub),
      openNow: opening.some((period) => period.start <= now && now < period.end),
      opening: opening.map(isoRange),
      pools: place.pools.map((pool) => poolView(place, pool, locale)),
      policies: present.map((category) => ({ category, policy: place.categoryPolicy(category) })),
    };
  }

  /**
   * What an administrator entered, for the hub's staff; one query.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async setup(ref: string, viewer: Viewer): Promise<SetUpHub> {
    const place = await this.places.place(ref);
    if (!isStaffOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
    return setupView(place);
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
