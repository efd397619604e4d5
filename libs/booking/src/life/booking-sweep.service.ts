import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database } from '#libs/platform';

const roundMs = 30_000;
/** A job that is on its way gets this long before the sweep takes it for lost. */
const patienceMs = 5_000;
const batchSize = 5_000;

/**
 * Finds bookings that time should have moved on and asks for it again, at the start and every half minute: jobs that
 * came while nobody was running, or went with a queue that lost its memory, are made up for within the minute.
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

  /** Asks for every step that is overdue, or that nobody has worked out yet; one query, however many there are. */
  async sweep(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const due = await tx.query<{ id: string }>(
        `SELECT id FROM booking
         WHERE status IN ('held', 'pending', 'confirmed', 'in_use') AND (next_step_at IS NULL OR next_step_at <= $1)
         ORDER BY next_step_at LIMIT $2`,
        [new Date(this.clock.now().getTime() - patienceMs), batchSize],
      );
      // One job for each booking, however often it is asked for while the queue is behind.
      for (const { id } of due) tx.enqueue('booking.advance', { bookingId: id }, { jobId: `advance-${id}` });
    });
  }

  private round(): void {
    this.running = this.running
      .then(() => this.sweep())
      .catch((error: unknown) => this.logger.warn(`sweeping bookings: ${String(error)}`));
  }
}
