import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { letterOf, writeLetter } from '../booking/booking-announcement.js';
import { StandingBookingRepository } from '../booking/standing-booking.repository.js';

/** Bookings whose printer is still at somebody else's print. */
@Injectable()
export class DelayedBookings {
  constructor(private readonly standing: StandingBookingRepository) {}

  /** Writes to everybody whose booking a running print would reach into if it were prolonged to `to`. */
  async warn(tx: Transaction, print: { attemptId: string; to: Date }): Promise<void> {
    for (const booking of await this.standing.behindPrint(tx, print)) {
      const until = { startsAt: print.to.toISOString(), timeZone: booking.timeZone };
      writeLetter(tx, 'bookingDelayed', letterOf(booking), { until });
    }
  }
}
