import { Injectable } from '@nestjs/common';
import type { Alternative } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { formatWhen, type BrokenRule, type Transaction } from '#libs/platform';
import { AffectedBookingRepository } from './affected-booking.repository.js';
import { announceChange, letterOf, writeLetter } from '../booking/booking-announcement.js';
import { BookingAlternatives } from '../making/booking-alternatives.js';
import { wishOfChange } from '../life/changed-time.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import type { Place } from '../hub/place.js';
import { StandingBookingRepository, timeOf, type StandingBooking } from '../booking/standing-booking.repository.js';

/** Why bookings cannot be kept. */
export interface Loss {
  /** As it is with the loss. */
  readonly place: Place;
  readonly rule: BrokenRule;
  /** In staff's words; the people are told. */
  readonly reason: string;
  /** Who decided it. */
  readonly accountId: string | null;
  readonly now: Date;
}

/** A booking that was cancelled, with what its person may book instead. */
export interface LostBooking {
  readonly booking: StandingBooking;
  readonly alternatives: readonly Alternative[];
}

/** Lets go of bookings that cannot be kept, and writes to their people. */
@Injectable()
export class LostBookings {
  constructor(
    private readonly standing: StandingBookingRepository,
    private readonly affected: AffectedBookingRepository,
    private readonly alternatives: BookingAlternatives,
    private readonly freedSlots: FreedSlots,
  ) {}

  /** Cancels them all; what they leave is offered to those who wait, after every person's alternatives are known. */
  async cancel(tx: Transaction, bookings: readonly StandingBooking[], loss: Loss): Promise<LostBooking[]> {
    if (bookings.length === 0) return [];
    const cancelled = await this.standing.cancelAll(tx, bookings, loss.now);
    const people = await this.affected.people(tx, [...new Set(bookings.map((booking) => booking.accountId))]);
    const lost: LostBooking[] = [];
    for (const booking of cancelled) {
      const person = people.get(booking.accountId);
      if (person === undefined) throw new Error(`there is no account ${booking.accountId}`);
      const alternatives = await this.near(tx, booking, { person, loss });
      announce(tx, { booking, alternatives }, loss);
      lost.push({ booking, alternatives });
    }
    await this.freedSlots.offer(
      tx,
      bookings.flatMap(({ hubId, occupied }) => occupied.map((part) => ({ hubId, ...part }))),
    );
    return lost;
  }

  /** One search for each, since each person has rules and a wish of his or her own. */
  private near(
    tx: Transaction,
    booking: StandingBooking,
    { person, loss }: { person: Viewer; loss: Loss },
  ): Promise<Alternative[]> {
    const { place, rule, now } = loss;
    const wish = wishOfChange({ booking, place, now }, timeOf(booking));
    return this.alternatives.near(wish, [rule], { viewer: person, locale: booking.locale, now, reader: tx });
  }
}

function announce(tx: Transaction, { booking, alternatives }: LostBooking, loss: Loss): void {
  const { accountId, reason } = loss;
  const details = { reason: loss.rule.code };
  tx.record({ accountId, action: 'booking.cancel', subjectType: 'booking', subjectId: booking.id, details });
  announceChange(tx, booking);
  const { timeZone, locale } = booking;
  const lines = alternatives.map(
    ({ name, startsAt, endsAt }) => `– ${name}, ${formatWhen({ startsAt, endsAt, timeZone }, locale)}`,
  );
  const params = { reason, alternatives: lines.length === 0 ? 'none' : lines.join('\n') };
  writeLetter(tx, 'bookingLost', letterOf(booking), params);
}
