import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { JobQueues } from '#libs/platform';

/** In the small hours, when nobody waits for anything. */
const daily = { pattern: '20 3 * * *', tz: 'Europe/Helsinki' };
const hourMs = 60 * 60_000;

/** Sees to it that the queue has the daily round on its plan, also when it has lost its memory. */
@Injectable()
export class RetentionSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RetentionSchedule.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly queues: JobQueues) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.plan(), hourMs);
    this.plan();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private plan(): void {
    this.running = this.running
      .then(() => this.queues.schedule('person.expire', daily))
      .catch((error: unknown) => this.logger.warn(`planning the daily round: ${String(error)}`));
  }
}
