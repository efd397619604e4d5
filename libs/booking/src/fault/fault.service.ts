import { Injectable } from '@nestjs/common';
import type { Fault } from '#libs/contracts';
import { isStaffOf, tellStaff, type Viewer } from '#libs/people';
import { Clock, Database, Problem } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { FaultRepository } from './fault.repository.js';

/** Anybody says that something is broken; staff see to it. */
@Injectable()
export class FaultService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly faults: FaultRepository,
  ) {}

  /**
   * Open reports of a hub, the oldest first.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async open(hubRef: string, { viewer, locale }: Asking): Promise<Fault[]> {
    const hub = await this.places.hub(hubRef);
    if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    const rows = await this.faults.open(hub.id, { locale, now: this.clock.now() });
    return rows.map((row) => ({ ...row, reportedAt: row.reportedAt.toISOString() }));
  }

  /**
   * @param ref names the hub and the resource by id or slug
   * @throws Problem `not_found`
   */
  async report(
    ref: { hub: string; resource: string },
    { text, viewer }: { text: string | null; viewer: Viewer },
  ): Promise<{ id: string }> {
    const place = await this.places.place(ref.hub);
    const resource = place.findResource(ref.resource);
    if (resource === undefined || resource.retiredAt !== null) throw new Problem('not_found');
    const { accountId } = viewer;
    return this.database.transaction(async (tx) => {
      const fault = { hubId: place.hub.id, resourceId: resource.id, accountId, text, now: this.clock.now() };
      const id = await this.faults.insert(tx, fault);
      // What was said is free text, which the record would keep for good.
      const subject = { subjectType: 'resource' as const, subjectId: resource.id };
      tx.record({ accountId, action: 'fault.report', ...subject, details: { fault: id } });
      tx.changed(place.hub.slug, 'faults');
      tellStaff(tx, { hubId: place.hub.id, topic: 'fault', causedBy: accountId, resourceId: resource.id });
      return { id };
    });
  }

  /** @throws Problem `not_found`, `auth.forbidden`, `fault.closed` when somebody was faster */
  async close(ref: { hub: string; id: string }, { done, viewer }: { done: string; viewer: Viewer }): Promise<void> {
    const hub = await this.places.hub(ref.hub);
    if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    const { accountId } = viewer;
    await this.database.transaction(async (tx) => {
      const fault = await this.faults.lock(tx, { id: ref.id, hubId: hub.id });
      if (fault === undefined) throw new Problem('not_found');
      if (fault.closedAt !== null) throw new Problem('fault.closed');
      await this.faults.close(tx, { id: ref.id, accountId, done, now: this.clock.now() });
      const subject = { subjectType: 'resource' as const, subjectId: fault.resourceId };
      tx.record({ accountId, action: 'fault.close', ...subject, details: { fault: ref.id } });
      tx.changed(hub.slug, 'faults');
    });
  }
}
