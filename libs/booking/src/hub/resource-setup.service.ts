import { Injectable } from '@nestjs/common';
import type { BookedTime, Category, ChangeResource, CreateResource, PlacedResource } from '#libs/contracts';
import { isAdminOf, isStaffOf } from '#libs/people';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { closeGate } from '../calendar/hub-gate.js';
import { ComingBookings } from '../booking/coming-bookings.repository.js';
import type { Place } from './place.js';
import { PlaceRepository } from './place.repository.js';
import { PlaceSetupRepository } from './place-setup.repository.js';
import { resourceView } from './place-views.js';
import type { ResourceEntity } from './resource.entity.js';

interface ResourceRef {
  readonly hub: string;
  readonly resource: string;
}

/** An administrator's devices and rooms. */
@Injectable()
export class ResourceSetup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly setup: PlaceSetupRepository,
    private readonly coming: ComingBookings,
  ) {}

  /** @throws Problem `not_found` also for an unknown pool or parent, `auth.forbidden`, `place.exists`, `request.invalid` */
  async create(hub: string, wanted: CreateResource, asking: Asking): Promise<PlacedResource> {
    const id = await this.inGate(hub, asking, async (tx, place) => {
      const { pool, parent, ...draft } = wanted;
      const [poolId, parentId] = [poolIdOf(place, pool, draft.category), parentIdOf(place, parent)];
      const id = await this.setup.createResource(tx, place.hub.id, { ...draft, poolId, parentId });
      announce(tx, place, { action: 'resource.create', resourceId: id, asking });
      return id;
    });
    return this.view({ hub, resource: id }, asking);
  }

  /**
   * Changes a resource, or retires it: then it is offered no more, and the answer lists what is still booked of it.
   * @throws Problem as `create`; `place.in_use` when it would leave its pool or its whole while something is booked of it
   */
  async change(ref: ResourceRef, { pool, parent, retired, ...change }: ChangeResource, asking: Asking) {
    const id = await this.inGate(ref.hub, asking, async (tx, place) => {
      const resource = find(place, ref.resource);
      const poolId = pool === undefined ? undefined : poolIdOf(place, pool, resource.category);
      const parentId = parent === undefined ? undefined : parentIdOf(place, parent, resource);
      const isMoved = differs(poolId, resource.poolId) || differs(parentId, resource.parentId);
      if (isMoved) await this.assertFree(tx, place, { resource, asking });
      const now = this.clock.now();
      const retiredAt = retired === undefined ? undefined : retired ? (resource.retiredAt ?? now) : null;
      await this.setup.changeResource(tx, resource.id, { ...change, poolId, parentId, retiredAt });
      const action = retired === true ? 'resource.retire' : 'resource.change';
      announce(tx, place, { action, resourceId: resource.id, asking });
      return resource.id;
    });
    return this.view({ hub: ref.hub, resource: id }, asking);
  }

  /**
   * Deletes a resource; one with a past is retired instead, because statistics and old bookings still name it.
   * @throws Problem `not_found`, `auth.forbidden`, `place.in_use` with the bookings that are to come, or when it has parts
   */
  async remove(ref: ResourceRef, asking: Asking): Promise<void> {
    await this.inGate(ref.hub, asking, async (tx, place) => {
      const resource = find(place, ref.resource);
      await this.assertFree(tx, place, { resource, asking });
      if (place.withParts(resource).length > 1) throw new Problem('place.in_use');
      const isGone = await this.setup.deleteUnused(tx, 'resource', resource.id);
      if (!isGone) await this.setup.changeResource(tx, resource.id, { retiredAt: this.clock.now() });
      announce(tx, place, { action: isGone ? 'resource.delete' : 'resource.retire', resourceId: resource.id, asking });
    });
  }

  /**
   * What is still booked of a resource, in order of start; for the hub's staff.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async comingBookings(ref: ResourceRef, { viewer, locale }: Asking): Promise<BookedTime[]> {
    const place = await this.places.place(ref.hub);
    if (!isStaffOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
    const of = { hubIds: [place.hub.id], resourceId: find(place, ref.resource).id };
    return this.coming.find(this.database, of, locale);
  }

  /** Nobody books while what stands in the hub is changed. */
  private async inGate<T>(
    hub: string,
    { viewer }: Asking,
    work: (tx: Transaction, place: Place) => Promise<T>,
  ): Promise<T> {
    const { id } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await closeGate(tx, id);
      return work(tx, await this.places.place(id, tx));
    });
  }

  private async assertFree(
    tx: Transaction,
    { hub }: Place,
    { resource: { id: resourceId }, asking }: { resource: ResourceEntity; asking: Asking },
  ): Promise<void> {
    if (!(await this.setup.isOccupied(tx, resourceId, this.clock.now()))) return;
    const bookings = await this.coming.find(tx, { hubIds: [hub.id], resourceId }, asking.locale);
    throw new Problem('place.in_use', { bookings });
  }

  private async view(ref: ResourceRef, { locale }: Asking): Promise<PlacedResource> {
    const place = await this.places.place(ref.hub);
    const resource = find(place, ref.resource);
    const retired = resource.retiredAt !== null;
    const of = { hubIds: [place.hub.id], resourceId: resource.id };
    const coming: BookedTime[] = retired ? await this.coming.find(this.database, of, locale) : [];
    return { ...resourceView(place, resource, locale), retired, coming };
  }
}

function find(place: Place, ref: string): ResourceEntity {
  const resource = place.findResource(ref);
  if (resource === undefined) throw new Problem('not_found');
  return resource;
}

/** A pool stands for any of its units, so all are of one category. */
function poolIdOf(place: Place, ref: string | null, category: Category): string | null {
  if (ref === null) return null;
  const pool = place.findPool(ref);
  if (pool === undefined) throw new Problem('not_found');
  if (pool.category !== category) throw invalid('pool', 'is of another category');
  return pool.id;
}

/** Nothing is a part of itself, however deep. */
function parentIdOf(place: Place, ref: string | null, resource?: ResourceEntity): string | null {
  if (ref === null) return null;
  const parent = find(place, ref);
  if (resource !== undefined && place.withParts(resource).includes(parent)) throw invalid('parent', 'is a part of it');
  return parent.id;
}

function invalid(path: string, message: string): Problem {
  return new Problem('request.invalid', { errors: [{ path, message }] });
}

function differs(wanted: string | null | undefined, present: string | null): boolean {
  return wanted !== undefined && wanted !== present;
}

function announce(
  tx: Transaction,
  { hub }: Place,
  { action, resourceId, asking }: { action: AuditAction; resourceId: string; asking: Asking },
): void {
  const { accountId } = asking.viewer;
  tx.record({ accountId, action, subjectType: 'resource', subjectId: resourceId, hubId: hub.id });
  tx.changed(hub.slug, 'bookings', 'board', 'printers');
  tx.enqueue('print.plan', { hubId: hub.id });
}
