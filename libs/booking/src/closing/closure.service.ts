import { Injectable } from '@nestjs/common';
import type { Closure, ClosureResult, CreateClosure } from '#libs/contracts';
import { isStaffOf } from '#libs/people';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { ClosingService } from './closing.service.js';
import { ClosureRepository, type ClosureRow } from './closure.repository.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import { assertWithinHorizon } from '../calendar/planning-horizon.js';
import { takeTurn } from '../calendar/hub-gate.js';
import { PlaceRepository } from '../hub/place.repository.js';

/** Closing a hub for a day or a week. */
@Injectable()
export class ClosureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly closures: ClosureRepository,
    private readonly closing: ClosingService,
    private readonly freedSlots: FreedSlots,
  ) {}

  /**
   * Closures in force that have not ended, in order of start.
   * @throws Problem `not_found`
   */
  async list(hubRef: string): Promise<Closure[]> {
    const { id } = await this.places.hub(hubRef);
    return (await this.closures.coming(id, this.clock.now())).map(closureView);
  }

  /**
   * Closes the hub and cancels the bookings of that time, or only tells what that would do.
   * @throws Problem `request.invalid` when it would be over already, `booking.refused` when it ends beyond the
   *   horizon of staff, `auth.forbidden`, `not_found`
   */
  async close(
    hubRef: string,
    closure: CreateClosure,
    { asking, isPreview }: { asking: Asking; isPreview: boolean },
  ): Promise<ClosureResult> {
    const { viewer } = asking;
    const hub = await this.places.hub(hubRef);
    if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    const [from, to] = [new Date(closure.from), new Date(closure.to)];
    if (to <= this.clock.now()) {
      throw new Problem('request.invalid', { errors: [{ path: 'to', message: 'must be in the future' }] });
    }
    assertWithinHorizon(to.getTime(), this.clock.now());
    const rule = { code: 'booking.closed', params: {} } as const;
    const { reason } = closure;
    const write = async (tx: Transaction, now: Date): Promise<ClosureRow> => {
      const { accountId } = viewer;
      const row = await this.closures.insert(tx, { ...closure, hubId: hub.id, accountId, now });
      tx.record({ accountId, action: 'hub.close', subjectType: 'closure', subjectId: row.id });
      tx.enqueue('print.plan', { hubId: hub.id });
      return row;
    };
    const closing = { hubId: hub.id, from, to, rule, reason, write };
    const { written, impact } = await this.closing.close(closing, { ...asking, isPreview });
    return { closure: closureView(written), impact };
  }

  /**
   * Opens the hub again; the time is offered to those who wait for it. What was cancelled stays cancelled.
   * @throws Problem `not_found`, also when it is lifted already; `auth.forbidden`
   */
  async lift(hubRef: string, closureId: string, { viewer }: Asking): Promise<void> {
    const place = await this.places.place(hubRef);
    const { id: hubId, slug } = place.hub;
    if (!isStaffOf(viewer, hubId)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, hubId);
      const lifted = await this.closures.lift(tx, { hubId, closureId, now: this.clock.now() });
      if (lifted === undefined) throw new Problem('not_found');
      const { accountId } = viewer;
      tx.record({ accountId, action: 'hub.reopen', subjectType: 'closure', subjectId: closureId });
      tx.changed(slug, 'bookings', 'board');
      tx.enqueue('print.plan', { hubId });
      const time = { start: lifted.startsAt.getTime(), end: lifted.endsAt.getTime() };
      await this.freedSlots.offer(
        tx,
        place.resources.map(({ id: resourceId }) => ({ hubId, resourceId, ...time })),
      );
    });
  }
}

function closureView({ id, startsAt, endsAt, reason }: ClosureRow): Closure {
  return { id, from: startsAt.toISOString(), to: endsAt.toISOString(), reason };
}
