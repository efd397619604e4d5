import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const roundMs = 30_000;

/**
 * Work that makes up for what was lost, at the start and every half minute; one round after the other. A round that
 * fails is logged, and the next one comes all the same.
 */
export abstract class HalfMinuteRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  /** One round. Doing it twice must do no harm. */
  protected abstract goRound(): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.next(), roundMs);
    this.next();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private next(): void {
    this.running = this.running
      .then(() => this.goRound())
      .catch((error: unknown) => this.logger.warn(`a round failed: ${String(error)}`));
  }
}
