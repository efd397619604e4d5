import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database } from '#libs/platform';
import { armedAheadMs } from './arm-step.js';

const roundMs = 30_000;
const batchSize = 5_000;

/**
 * Asks for the steps that time is about to take with bookings, at the start and every half minute. Each gets its job
 * before its minute comes; those that fell due while nobody was running, or whose job went with a queue that lost its
 * memory, are asked for again.
 */
@Injectable()
export class BookingSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(BookingSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.round(), roundMs);
    this.round();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
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

  private round(): void {
    this.running = this.running
      .then(() => this.sweep())
      .catch((error: unknown) => this.logger.warn(`sweeping bookings: ${String(error)}`));
  }
}
