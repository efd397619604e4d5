import { Injectable } from '@nestjs/common';
import { isReservedSlug, type ChangeHub, type CreateHub, type Hub } from '#libs/contracts';
import { isAdminOf } from '#libs/people';
import { Clock, Database, Problem } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { closeGate } from '../calendar/hub-gate.js';
import { ComingBookings } from '../booking/coming-bookings.repository.js';
import { HubService } from './hub.service.js';
import { PlaceRepository } from './place.repository.js';
import { PlaceSetupRepository } from './place-setup.repository.js';

/** New hubs, and what a hub is called and where it is. */
@Injectable()
export class HubSetup {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly setup: PlaceSetupRepository,
    private readonly coming: ComingBookings,
    private readonly hubs: HubService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a hub with nothing in it. Whose it is, is said by naming its administrator.
   * @throws Problem `auth.forbidden` to anybody but a system administrator, `hub.exists`, `hub.slug_reserved`
   */
  async create(hub: CreateHub, { viewer, locale }: Asking): Promise<Hub> {
    if (viewer.isSystemAdmin !== true) throw new Problem('auth.forbidden');
    if (isReservedSlug(hub.slug)) throw new Problem('hub.slug_reserved', { params: { slug: hub.slug } });
    const id = await this.database.transaction(async (tx) => {
      const id = await this.setup.createHub(tx, hub);
      const { accountId } = viewer;
      tx.record({ accountId, action: 'hub.create', subjectType: 'hub', subjectId: id, details: { slug: hub.slug } });
      return id;
    });
    return this.hubs.describe(id, locale);
  }

  /**
   * Another time zone would move every booking on the wall clock, so it can only change while nothing is to come.
   * @param hub id or slug
   * @throws Problem `not_found`, `auth.forbidden`, `hub.zone_in_use`
   */
  async change(hub: string, change: ChangeHub, { viewer, locale }: Asking): Promise<Hub> {
    const { id, slug, timeZone } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      if (change.timeZone !== undefined && change.timeZone !== timeZone) {
        await closeGate(tx, id);
        const bookings = await this.coming.find(tx, { hubIds: [id] }, locale);
        if (bookings.length > 0) throw new Problem('hub.zone_in_use', { bookings });
      }
      await this.setup.changeHub(tx, id, change);
      const { accountId } = viewer;
      tx.record({ accountId, action: 'hub.change', subjectType: 'hub', subjectId: id, details: { ...change } });
      tx.changed(slug, 'board');
      tx.enqueue('print.plan', { hubId: id });
    });
    return this.hubs.describe(id, locale);
  }
}
