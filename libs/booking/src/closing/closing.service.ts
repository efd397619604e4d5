import { Injectable } from '@nestjs/common';
import type { Impact, ImpactedBooking, Locale } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Database, type BrokenRule, type Transaction } from '#libs/platform';
import { AffectedBookingRepository, type ClosedTime } from './affected-booking.repository.js';
import { titleOf } from '../making/booking-wish.js';
import { closeGate } from '../calendar/hub-gate.js';
import { isoRange } from '../calendar/iso-range.js';
import { rehearse } from '../calendar/rehearse.js';
import { LostBookings, type LostBooking } from './lost-bookings.service.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { timeOf, type StandingBooking } from '../booking/standing-booking.repository.js';
import { UnitRescue, type MovedBooking } from './unit-rescue.service.js';

/** Something that takes bookable time away. */
export interface Closing<T> extends ClosedTime {
  /** The rule that bookings would break from now on. */
  readonly rule: BrokenRule;
  /** In staff's words. */
  readonly reason: string;
  /** Writes it. */
  readonly write: (tx: Transaction, now: Date) => Promise<T>;
}

/** Who closes, and whether it is only to be seen what that would do. */
export interface ClosingRun {
  /** `null` as account: it happens by itself. */
  readonly viewer: Pick<Viewer, 'accountId'> | { readonly accountId: null };
  readonly locale: Locale;
  readonly isPreview: boolean;
}

/** Takes bookable time away, and looks after those who had booked it: one action, everything or nothing. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly affected: AffectedBookingRepository,
    private readonly rescue: UnitRescue,
    private readonly lost: LostBookings,
  ) {}

  /**
   * Closes, moves what can be moved within its pool, and cancels the rest with a letter. A preview does exactly the same
   * and takes it back.
   * @returns what `write` answered, with what becomes of the bookings
   */
  async close<T>(closing: Closing<T>, run: ClosingRun): Promise<{ written: T; impact: Impact }> {
    return this.database.transaction(async (tx) => {
      await closeGate(tx, closing.hubId);
      if (!run.isPreview) return this.perform(tx, closing, run);
      return rehearse(tx, (rehearsal) => this.perform(rehearsal, closing, run));
    });
  }

  private async perform<T>(
    tx: Transaction,
    closing: Closing<T>,
    { viewer, locale }: ClosingRun,
  ): Promise<{ written: T; impact: Impact }> {
    const now = this.clock.now();
    const { accountId } = viewer;
    const { ahead, ongoing } = await this.affected.lock(tx, closing, now);
    const written = await closing.write(tx, now);
    const place = await this.places.place(closing.hubId, tx);
    const resource = place.findResource(closing.resourceId ?? '');
    const moved = resource ? await this.rescue.move(tx, { place, resource, accountId, now }, ahead) : [];
    const movedIds = new Set(moved.map(({ booking }) => booking.id));
    const hopeless = ahead.filter((booking) => !movedIds.has(booking.id));
    const { rule, reason } = closing;
    const lost = await this.lost.cancel(tx, hopeless, { place, rule, reason, accountId, now });
    tx.changed(place.hub.slug, 'bookings', 'board');
    return { written, impact: impactView({ moved, lost, ongoing }, locale) };
  }
}

function impactView(
  { moved, lost, ongoing }: { moved: MovedBooking[]; lost: LostBooking[]; ongoing: readonly StandingBooking[] },
  locale: Locale,
): Impact {
  return {
    moved: moved.map(({ booking, from, to }) => ({ ...impactedView(booking, locale), from, to })),
    cancelled: lost.map(({ booking, alternatives }) => ({
      ...impactedView(booking, locale),
      alternatives: [...alternatives],
    })),
    ongoing: ongoing.map((booking) => impactedView(booking, locale)),
  };
}

function impactedView(booking: StandingBooking, locale: Locale): ImpactedBooking {
  const targets = booking.occupied.filter((part) => part.isTarget);
  return {
    id: booking.id,
    title: titleOf(booking.poolName === null ? null : { name: booking.poolName }, targets, locale),
    ...isoRange(timeOf(booking)),
    person: { id: booking.accountId, displayName: booking.displayName },
  };
}
