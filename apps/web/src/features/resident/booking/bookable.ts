import type { Category, Hub, Policy, Resource } from '#libs/contracts';

/** What a booking page is about: one unit, or any unit of a pool. */
export interface Bookable {
  kind: 'pool' | 'resource';
  slug: string;
  name: string;
  description: string;
  category: Category;
  outOfOrder: Resource['outOfOrder'];
  bookable: boolean;
  /** Address of what it looks like; of a pool, what the first of its units that has a picture looks like. */
  picture: string | null;
  /** The rules of booking it. */
  policy: Policy;
  /** Slugs of the units: itself, or those of the pool. */
  units: readonly string[];
}

export function findBookable(target: string, hub: Hub, resources: readonly Resource[]): Bookable | null {
  const pool = hub.pools.find(({ slug, id }) => slug === target || id === target);
  if (pool) {
    const units = resources.filter((resource) => resource.pool === pool.slug);
    return {
      ...pool,
      kind: 'pool',
      outOfOrder: null,
      bookable: units.some(({ bookable }) => bookable),
      picture: units.find(({ picture }) => picture !== null)?.picture ?? null,
      units: pool.resources,
    };
  }
  const resource = resources.find(({ slug, id }) => slug === target || id === target);
  return resource ? { ...resource, kind: 'resource', units: [resource.slug] } : null;
}
