import { Logger } from '@nestjs/common';
import pg from 'pg';
import { inBatches } from '../batching/in-batches.js';
import { LiveBus, liveChannel } from './live-bus.js';

const reconnectMs = 1000;

/** Live events over PostgreSQL NOTIFY, on one connection that is opened again whenever it breaks. */
export class PostgresLiveBus extends LiveBus {
  private readonly logger = new Logger(PostgresLiveBus.name);
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** What comes while a notice is under way goes with the next, the same event once. */
  protected override readonly send = inBatches((messages: string[]) => this.notify(messages), { maxSize: 1000 });

  constructor(private readonly url: string) {
    super();
  }

  override async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'digikeskus live', keepAlive: true });
    client.on('error', (error) => this.logger.debug(`live events: ${error.message}`));
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    if (this.stopped) return client.end();
    client.once('end', () => this.reconnectLater());
    this.client = client;
  }

  override async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  private async notify(messages: readonly string[]): Promise<unknown[]> {
    if (this.client === undefined) throw new Error('not connected');
    await this.client.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [
      liveChannel,
      [...new Set(messages)],
    ]);
    return messages.map(() => undefined);
  }

  private reconnectLater(): void {
    this.client = undefined;
    if (!this.stopped) this.timer = setTimeout(() => void this.reconnect(), reconnectMs);
  }

  private async reconnect(): Promise<void> {
    try {
      await this.start();
      this.announceGap();
    } catch (error) {
      this.logger.debug(`live events: ${String(error)}`);
      this.reconnectLater();
    }
  }
}
