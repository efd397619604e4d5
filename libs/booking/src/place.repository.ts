import { Injectable } from '@nestjs/common';
import { idSchema } from '#libs/contracts';
import { Database, Problem, type Transaction } from '#libs/platform';
import { HubEntity } from './hub.entity.js';
import type { HubWithHours } from './opening-calendar.js';
import { Place } from './place.js';
import { PoolEntity } from './pool.entity.js';
import { ResourceEntity } from './resource.entity.js';

/** Where places are read: the database, or a transaction that is about to change them. */
type Store = Pick<Transaction, 'query' | 'manager'>;

/** Hubs and what stands in them; always three queries for a whole hub. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly database: Database) {}

  async hubs(): Promise<HubEntity[]> {
    return this.database.manager.find(HubEntity, { order: { name: 'ASC' } });
  }

  /**
   * A hub with everything that says when it is open; one query.
   * @param ref id or slug
   * @throws Problem `not_found`
   */
  async hub(ref: string, store: Store = this.database): Promise<HubWithHours> {
    const key = idSchema.safeParse(ref).success ? 'h.id' : 'h.slug';
    const [hub] = await store.query<HubWithHours>(`${hubSql} WHERE ${key} = $1`, [ref]);
    if (hub === undefined) throw new Problem('not_found');
    return hub;
  }

  /**
   * @param ref id or slug of the hub
   * @throws Problem `not_found`
   */
  async place(ref: string, store: Store = this.database): Promise<Place> {
    const hub = await this.hub(ref, store);
    const inHub = { hubId: hub.id };
    const [pools, resources] = await Promise.all([
      store.manager.find(PoolEntity, { where: inHub, order: { slug: 'ASC' } }),
      store.manager.find(ResourceEntity, { where: inHub, order: { position: 'ASC', slug: 'ASC' } }),
    ]);
    return new Place(hub, pools, resources);
  }
}

const hubSql = `
  SELECT h.id, h.slug, h.name, h.address, h.time_zone AS "timeZone", h.languages, h.weekly_hours AS "weeklyHours",
    h.seasons, h.country, h.policy, h.category_policies AS "categoryPolicies",
    (SELECT coalesce(jsonb_object_agg(e.date, e.hours), '{}') FROM opening_exception e WHERE e.hub_id = h.id)
      AS exceptions,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM lower(c.during)) * 1000,
        extract(epoch FROM upper(c.during)) * 1000)), '[]')
      FROM closure c WHERE c.hub_id = h.id AND c.lifted_at IS NULL) AS closures
  FROM hub h`;
