import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { letterOf, writeLetter } from '../booking/booking-announcement.js';
import { StandingBookingRepository } from '../booking/standing-booking.repository.js';

/** Bookings whose printer is still at somebody else's print. */
@Injectable()
export class DelayedBookings {
  constructor(private readonly standing: StandingBookingRepository) {}

  /**
   * Writes to everybody whose booking begins in `[from, to)`, while a print keeps the printer until `to`.
   * @returns how many that are
   */
  async warn(tx: Transaction, print: { resourceId: string; from: Date; to: Date }): Promise<number> {
    const bookings = await this.standing.beginningIn(tx, print);
    for (const booking of bookings) {
      const until = { startsAt: print.to.toISOString(), timeZone: booking.timeZone };
      writeLetter(tx, 'bookingDelayed', letterOf(booking), { until });
    }
    return bookings.length;
  }
}
