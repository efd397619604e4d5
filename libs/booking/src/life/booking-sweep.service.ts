import { Injectable } from '@nestjs/common';
import { Clock, Database, HalfMinuteRounds } from '#libs/platform';
import { armedAheadMs } from './arm-step.js';

const batchSize = 5_000;

/**
 * Asks for the steps that time is about to take with bookings, at the start and every half minute. Each gets its job
 * before its minute comes; those that fell due while nobody was running, or whose job went with a queue that lost its
 * memory, are asked for again.
 */
@Injectable()
export class BookingSweep extends HalfMinuteRounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Asks for every step that is near, overdue, or not worked out yet; one query, however many there are. */
  async sweep(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const due = await tx.query<{ id: string; at: Date | null }>(
        `SELECT id, next_step_at AS at FROM booking
         WHERE status IN ('held', 'pending', 'confirmed', 'in_use') AND (next_step_at IS NULL OR next_step_at <= $1)
         ORDER BY next_step_at LIMIT $2`,
        [new Date(this.clock.now().getTime() + armedAheadMs), batchSize],
      );
      // One job for each booking, however often it is asked for while the queue is behind.
      for (const { id, at } of due) {
        const wanted = { jobId: `advance-${id}`, ...(at !== null && { runAt: at }) };
        tx.enqueue('booking.advance', { bookingId: id }, wanted);
      }
    });
  }

  protected override goRound(): Promise<void> {
    return this.sweep();
  }
}
