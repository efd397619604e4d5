import { Injectable } from '@nestjs/common';
import { idSchema } from '#libs/contracts';
import { Database, Problem } from '#libs/platform';
import { HubEntity } from './hub.entity.js';
import { Place } from './place.js';
import { PoolEntity } from './pool.entity.js';
import { ResourceEntity } from './resource.entity.js';

/** Hubs and what stands in them; always three queries for a whole hub. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly database: Database) {}

  async hubs(): Promise<HubEntity[]> {
    return this.database.manager.find(HubEntity, { order: { name: 'ASC' } });
  }

  /**
   * @param ref id or slug
   * @throws Problem `not_found`
   */
  async hub(ref: string): Promise<HubEntity> {
    const isId = idSchema.safeParse(ref).success;
    const hub = await this.database.manager.findOneBy(HubEntity, isId ? { id: ref } : { slug: ref });
    if (hub === null) throw new Problem('not_found');
    return hub;
  }

  /**
   * @param ref id or slug of the hub
   * @throws Problem `not_found`
   */
  async place(ref: string): Promise<Place> {
    const hub = await this.hub(ref);
    const inHub = { hubId: hub.id };
    const [pools, resources] = await Promise.all([
      this.database.manager.find(PoolEntity, { where: inHub, order: { slug: 'ASC' } }),
      this.database.manager.find(ResourceEntity, { where: inHub, order: { position: 'ASC', slug: 'ASC' } }),
    ]);
    return new Place(hub, pools, resources);
  }
}
