import { Injectable } from '@nestjs/common';
import { idSchema } from '#libs/contracts';
import { Database, inBatches, Problem, type Transaction } from '#libs/platform';
import { HubEntity } from './hub.entity.js';
import type { HubWithHours } from '../opening/opening-calendar.js';
import { Place } from './place.js';
import type { PoolEntity } from './pool.entity.js';
import type { ResourceEntity } from './resource.entity.js';

/** Where places are read: the database, or a transaction that is about to change them. */
type Store = Pick<Transaction, 'query' | 'manager'>;

type Instants = 'outOfOrderUntil' | 'retiredAt';

/** A whole hub as one row; JSON has no instants. */
interface PlaceRow extends HubWithHours {
  pools: PoolEntity[];
  resources: (Omit<ResourceEntity, Instants> & Record<Instants, string | null>)[];
}

/** Hubs and what stands in them; always one query. */
@Injectable()
export class PlaceRepository {
  private readonly share = inBatches((refs: string[]) => this.places(refs, this.database), {
    maxSize: 100,
  });

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
   * Those who ask at the same time share one query.
   * @param ref id or slug of the hub
   * @throws Problem `not_found`
   */
  async place(ref: string, store?: Store): Promise<Place> {
    const place = store === undefined ? await this.share(ref) : (await this.places([ref], store))[0];
    if (place === undefined) throw new Problem('not_found');
    return place;
  }

  /** @returns in the order of the refs; undefined where there is no such hub */
  async places(refs: readonly string[], store: Store): Promise<(Place | undefined)[]> {
    const wanted = [...new Set(refs)];
    const ids = wanted.filter((ref) => idSchema.safeParse(ref).success);
    const slugs = wanted.filter((ref) => !ids.includes(ref));
    const rows = await store.query<PlaceRow>(placesSql, [ids, slugs]);
    const places = rows.map(placeOf);
    return refs.map((ref) => places.find(({ hub }) => hub.id === ref.toLowerCase() || hub.slug === ref));
  }
}

function placeOf({ pools, resources, ...hub }: PlaceRow): Place {
  return new Place(
    hub,
    pools,
    resources.map((resource) => ({
      ...resource,
      bookable: resource.bookable && resource.retiredAt === null,
      outOfOrderUntil: instant(resource.outOfOrderUntil),
      retiredAt: instant(resource.retiredAt),
    })),
  );
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

const hubColumns = `
  h.id, h.slug, h.name, h.address, h.time_zone AS "timeZone", h.languages, h.weekly_hours AS "weeklyHours",
    h.seasons, h.country, h.policy, h.category_policies AS "categoryPolicies",
    (SELECT coalesce(jsonb_object_agg(e.date, e.hours), '{}') FROM opening_exception e WHERE e.hub_id = h.id)
      AS exceptions,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM lower(c.during)) * 1000,
        extract(epoch FROM upper(c.during)) * 1000)), '[]')
      FROM closure c WHERE c.hub_id = h.id AND c.lifted_at IS NULL) AS closures`;

const hubSql = `SELECT ${hubColumns} FROM hub h`;

// json, not jsonb: nobody looks into it here, and it is written in half the time.
const placesSql = `
  SELECT ${hubColumns},
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'hubId', p.hub_id, 'slug', p.slug, 'name', p.name,
        'description', p.description, 'category', p.category, 'policy', p.policy) ORDER BY p.slug), '[]')
      FROM pool p WHERE p.hub_id = h.id) AS pools,
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'hubId', r.hub_id, 'slug', r.slug, 'name', r.name,
        'description', r.description, 'category', r.category, 'poolId', r.pool_id, 'parentId', r.parent_id,
        'bookable', r.bookable, 'policy', r.policy, 'outOfOrderReason', r.out_of_order_reason,
        'outOfOrderUntil', r.out_of_order_until, 'retiredAt', r.retired_at, 'position', r.position,
        'pictureVersion', r.picture_version) ORDER BY r.position, r.slug), '[]')
      FROM resource r WHERE r.hub_id = h.id) AS resources
  FROM hub h WHERE h.id = ANY($1) OR h.slug = ANY($2)`;
