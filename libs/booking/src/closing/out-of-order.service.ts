import { Injectable } from '@nestjs/common';
import type { Impact, OutOfOrder } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { ClosingService } from './closing.service.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import type { HubEntity } from '../hub/hub.entity.js';
import { assertWithinHorizon, planningHorizonMs } from '../calendar/planning-horizon.js';
import { takeTurn } from '../calendar/hub-gate.js';
import { PlaceRepository } from '../hub/place.repository.js';
import type { ResourceEntity } from '../hub/resource.entity.js';

interface Thing {
  readonly hub: Pick<HubEntity, 'id' | 'slug'>;
  readonly resource: ResourceEntity;
}

/** Things that break, and work again. */
@Injectable()
export class OutOfOrderService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly closing: ClosingService,
    private readonly freedSlots: FreedSlots,
  ) {}

  /**
   * Puts a resource out of order, or says so again with another reason or end: its coming bookings move within their
   * pool or are cancelled, or a preview tells what that would do.
   * @param ref names the hub and the resource by id or slug
   * @throws Problem `request.invalid` when `until` is past, `booking.refused` when it is beyond the horizon of staff,
   *   `auth.forbidden`, `not_found`
   */
  async putOut(
    ref: { hub: string; resource: string },
    { reason, until }: OutOfOrder,
    { asking, isPreview }: { asking: Asking; isPreview: boolean },
  ): Promise<Impact> {
    const thing = await this.find(ref, asking.viewer);
    const now = this.clock.now();
    const to = until === undefined ? undefined : new Date(until);
    if (to !== undefined && to <= now) {
      throw new Problem('request.invalid', { errors: [{ path: 'until', message: 'must be in the future' }] });
    }
    if (to !== undefined) assertWithinHorizon(to.getTime(), now);
    const { accountId } = asking.viewer;
    const { impact } = await this.closing.close(
      {
        hubId: thing.hub.id,
        resourceId: thing.resource.id,
        from: now,
        to,
        reason,
        rule: { code: 'booking.out_of_order', params: {} },
        write: async (tx) => {
          await this.write(tx, thing, { accountId, reason, until: to ?? null });
          // It may have been out of order for longer before.
          if (to !== undefined) await this.offerFrom(tx, thing, to);
        },
      },
      { ...asking, isPreview },
    );
    return impact;
  }

  /**
   * Puts a resource out of order by itself until somebody says that it works, with the same care for its bookings.
   * @param stop.alongside written in the same transaction
   * @throws Problem `not_found`
   */
  async stop(
    ref: { hub: string; resource: string },
    { reason, alongside }: { reason: string; alongside: (tx: Transaction) => Promise<void> },
  ): Promise<void> {
    const thing = await this.findAny(ref);
    await this.closing.close(
      {
        hubId: thing.hub.id,
        resourceId: thing.resource.id,
        from: this.clock.now(),
        to: undefined,
        reason,
        rule: { code: 'booking.out_of_order', params: {} },
        write: async (tx) => {
          await this.write(tx, thing, { accountId: null, reason, until: null });
          await alongside(tx);
        },
      },
      { viewer: { accountId: null }, locale: 'fi', isPreview: false },
    );
  }

  /**
   * It works again; its time is offered to those who wait for it.
   * @param ref names the hub and the resource by id or slug
   * @throws Problem `auth.forbidden`, `not_found`
   */
  async putIn(ref: { hub: string; resource: string }, { viewer }: Asking): Promise<void> {
    const thing = await this.find(ref, viewer);
    const { accountId } = viewer;
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, thing.hub.id);
      await this.write(tx, thing, { accountId, reason: null, until: null });
      await this.offerFrom(tx, thing, this.clock.now());
    });
  }

  /** Offers all of a thing's time from an instant on. */
  private async offerFrom(tx: Transaction, { hub, resource }: Thing, from: Date): Promise<void> {
    const start = from.getTime();
    const slot = { hubId: hub.id, resourceId: resource.id, start, end: start + planningHorizonMs };
    await this.freedSlots.offer(tx, [slot]);
  }

  /**
   * A printer among the hubs where somebody works; slugs are unique in a hub only, and of two alike none is meant.
   * @returns what names it in the other methods
   * @throws Problem `not_found`
   */
  async findPrinter(idOrSlug: string, viewer: Viewer): Promise<{ hub: string; resource: string }> {
    const rows = await this.database.query<{ hub: string; resource: string }>(
      `SELECT hub_id AS hub, id AS resource FROM resource
       WHERE category = 'printer' AND hub_id = ANY($1) AND (slug = $2 OR id::text = $2) LIMIT 2`,
      [viewer.roles.map((role) => role.hubId), idOrSlug],
    );
    const [printer, alike] = rows;
    if (printer === undefined || alike !== undefined) throw new Problem('not_found');
    return printer;
  }

  private async find(ref: { hub: string; resource: string }, viewer: Viewer): Promise<Thing> {
    const thing = await this.findAny(ref);
    if (!isStaffOf(viewer, thing.hub.id)) throw new Problem('auth.forbidden');
    return thing;
  }

  private async findAny(ref: { hub: string; resource: string }): Promise<Thing> {
    const place = await this.places.place(ref.hub);
    const resource = place.findResource(ref.resource);
    if (resource === undefined) throw new Problem('not_found');
    return { hub: place.hub, resource };
  }

  private async write(
    tx: Transaction,
    { hub, resource }: Thing,
    { accountId, reason, until }: { accountId: string | null; reason: string | null; until: Date | null },
  ): Promise<void> {
    await tx.query(`UPDATE resource SET out_of_order_reason = $2, out_of_order_until = $3 WHERE id = $1`, [
      resource.id,
      reason,
      until,
    ]);
    const action = reason === null ? 'resource.in-order' : 'resource.out-of-order';
    // The reason is free text, which the record would keep for good; it stands in the resource's own row.
    const details = { until };
    tx.record({ accountId, action, subjectType: 'resource', subjectId: resource.id, details });
    tx.changed(hub.slug, 'bookings', 'board');
    if (resource.category !== 'printer') return;
    tx.changed(hub.slug, 'printers', 'queue');
    tx.enqueue('print.plan', { hubId: hub.id });
  }
}
