import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { Clock, Database, HandlesJob, type Transaction } from '#libs/platform';
import { announceChange } from './booking-announcement.js';
import { BookingEntity } from './booking.entity.js';
import { BookingRepository } from './booking.repository.js';

/** Moves bookings on as time passes. Every step is a compare-and-swap, so a job that comes twice changes nothing. */
@Injectable()
export class BookingLifecycle implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bookings: BookingRepository,
  ) {}

  /** Catches up with what ended while nobody was running, or while the queue lost its jobs. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction((tx) => this.complete(tx));
  }

  @HandlesJob('booking.advance')
  async advance({ bookingId }: JobPayload<'booking.advance'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.complete(tx, [bookingId]);
      const booking = await tx.manager.findOneBy(BookingEntity, { id: bookingId });
      // The queue's clock may run ahead of ours: then the booking's end is still to come.
      const isEarly = booking !== null && ['confirmed', 'in_use'].includes(booking.status);
      if (isEarly) tx.enqueue('booking.advance', { bookingId }, { runAt: booking.endsAt });
    });
  }

  private async complete(tx: Transaction, bookingIds?: readonly string[]): Promise<void> {
    const completed = await this.bookings.completeEnded(tx, this.clock.now(), bookingIds);
    for (const booking of completed) announceChange(tx, booking);
  }
}
