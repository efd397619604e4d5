import { Logger } from '@nestjs/common';
import pg from 'pg';
import { LiveBus, liveChannel } from './live-bus.js';

const reconnectMs = 1000;

/** Live events over PostgreSQL NOTIFY, on one connection that is opened again whenever it breaks. */
export class PostgresLiveBus extends LiveBus {
  private readonly logger = new Logger(PostgresLiveBus.name);
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private lastSent: Promise<unknown> = Promise.resolve();
  private next: { readonly messages: Set<string>; readonly sent: Promise<unknown> } | undefined;

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

  /** One batch after the other: what comes while one is under way goes together, the same event once. */
  protected override send(message: string): Promise<unknown> {
    if (this.next === undefined) {
      const sent = this.lastSent.then(() => this.notify());
      this.next = { messages: new Set(), sent };
      this.lastSent = sent.catch(() => undefined);
    }
    this.next.messages.add(message);
    return this.next.sent;
  }

  private async notify(): Promise<unknown> {
    const messages = [...(this.next?.messages ?? [])];
    this.next = undefined;
    if (this.client === undefined) throw new Error('not connected');
    return this.client.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [
      liveChannel,
      messages,
    ]);
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
