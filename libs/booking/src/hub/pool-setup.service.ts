import { Injectable } from '@nestjs/common';
import type { ChangePool, CreatePool, Pool } from '#libs/contracts';
import { isAdminOf } from '#libs/people';
import { Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import type { Place } from './place.js';
import { PlaceRepository } from './place.repository.js';
import { PlaceSetupRepository } from './place-setup.repository.js';
import { poolView } from './place-views.js';

/** An administrator's pools. Their units are resources that name them. */
@Injectable()
export class PoolSetup {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly setup: PlaceSetupRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden`, `place.exists` */
  async create(hub: string, pool: CreatePool, asking: Asking): Promise<Pool> {
    const place = await this.placeOfAdmin(hub, asking);
    await this.write(place, 'pool.create', asking, (tx) => this.setup.createPool(tx, place.hub.id, pool));
    return this.view(place.hub.id, pool.slug, asking);
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async change(ref: { hub: string; pool: string }, change: ChangePool, asking: Asking): Promise<Pool> {
    const place = await this.placeOfAdmin(ref.hub, asking);
    const { id } = find(place, ref.pool);
    await this.write(place, 'pool.change', asking, async (tx) => {
      await this.setup.changePool(tx, id, change);
      return id;
    });
    return this.view(place.hub.id, id, asking);
  }

  /** @throws Problem `not_found`, `auth.forbidden`, `place.in_use` while it has units, or bookings of the past name it */
  async remove(ref: { hub: string; pool: string }, asking: Asking): Promise<void> {
    const place = await this.placeOfAdmin(ref.hub, asking);
    const { id } = find(place, ref.pool);
    await this.write(place, 'pool.delete', asking, async (tx) => {
      if (!(await this.setup.deleteUnused(tx, 'pool', id))) throw new Problem('place.in_use');
      return id;
    });
  }

  private async write(
    { hub }: Place,
    action: AuditAction,
    { viewer: { accountId } }: Asking,
    work: (tx: Transaction) => Promise<string>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const subjectId = await work(tx);
      // A deleted pool cannot say any more where it was.
      tx.record({ accountId, action, subjectType: 'pool', subjectId, hubId: hub.id });
      tx.changed(hub.slug, 'board');
    });
  }

  private async placeOfAdmin(hub: string, { viewer }: Asking): Promise<Place> {
    const place = await this.places.place(hub);
    if (!isAdminOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
    return place;
  }

  private async view(hubId: string, ref: string, { locale }: Asking): Promise<Pool> {
    const place = await this.places.place(hubId);
    return poolView(place, find(place, ref), locale);
  }
}

function find(place: Place, ref: string) {
  const pool = place.findPool(ref);
  if (pool === undefined) throw new Problem('not_found');
  return pool;
}
