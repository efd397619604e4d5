import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { LiveBus, liveChannel } from './live-bus.js';

/** Live events over Redis, which reconnects by itself. */
export class RedisLiveBus extends LiveBus {
  private readonly logger = new Logger(RedisLiveBus.name);
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(url: string) {
    super();
    // What cannot be sent now is told to this process alone, instead of piling up for later.
    this.publisher = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null });
    for (const client of [this.publisher, this.subscriber]) {
      client.on('error', (error: Error) => this.logger.debug(`live events: ${error.message}`));
    }
    this.subscriber.on('message', (_channel, message: string) => this.receive(message));
  }

  override async start(): Promise<void> {
    await this.subscriber.subscribe(liveChannel);
    if (this.publisher.status !== 'ready') await new Promise((resolve) => this.publisher.once('ready', resolve));
    // The client subscribes anew on every connection; this answer comes after it has.
    this.subscriber.on('ready', () => {
      this.subscriber.subscribe(liveChannel).then(
        () => this.announceGap(),
        (error: Error) => this.logger.debug(`live events: ${error.message}`),
      );
    });
  }

  override async stop(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  protected override send(message: string): Promise<unknown> {
    return this.publisher.publish(liveChannel, message);
  }
}
