import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import pg from 'pg';
import { liveEventSchema, type LiveEvent } from '#libs/contracts';
import type { Config } from '../config/config.js';

const channel = 'digikeskus_live';
const reconnectMs = 1000;

/**
 * Carries "something changed" between processes: over Redis when `REDIS_URL` is set, else over PostgreSQL NOTIFY.
 * An event may be lost when a connection breaks, so screens also refetch when they reconnect.
 */
export abstract class LiveBus {
  private readonly emitter = new EventEmitter<{ event: [LiveEvent] }>().setMaxListeners(0);

  static for(config: Config): LiveBus {
    return config.redisUrl === undefined ? new PostgresLiveBus(config.databaseUrl) : new RedisLiveBus(config.redisUrl);
  }

  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
  protected abstract send(message: string): Promise<unknown>;

  /** Tells every process; never fails the caller, whose work is already committed. */
  publish(events: readonly LiveEvent[]): void {
    for (const event of events) this.send(JSON.stringify(event)).catch(() => this.emitter.emit('event', event));
  }

  /** @returns how to stop listening */
  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.emitter.on('event', listener);
    return () => this.emitter.off('event', listener);
  }

  protected receive(message: string): void {
    const event = liveEventSchema.safeParse(JSON.parse(message));
    if (event.success) this.emitter.emit('event', event.data);
  }
}

class RedisLiveBus extends LiveBus {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(url: string) {
    super();
    this.publisher = new Redis(url, { maxRetriesPerRequest: null });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null });
    for (const client of [this.publisher, this.subscriber]) client.on('error', () => undefined);
    this.subscriber.on('message', (_channel, message: string) => this.receive(message));
  }

  override async start(): Promise<void> {
    await this.subscriber.subscribe(channel);
  }

  override async stop(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  protected override send(message: string): Promise<unknown> {
    return this.publisher.publish(channel, message);
  }
}

class PostgresLiveBus extends LiveBus {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private lastSent: Promise<unknown> = Promise.resolve();

  constructor(private readonly url: string) {
    super();
  }

  override async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('notification', ({ payload }) => this.receive(payload ?? 'null'));
    client.on('error', () => this.reconnect());
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.client = client;
  }

  override async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  /** One after the other: a connection does one query at a time. */
  protected override send(message: string): Promise<unknown> {
    const sent = this.lastSent.then(() => this.notify(message));
    this.lastSent = sent.catch(() => undefined);
    return sent;
  }

  private async notify(message: string): Promise<unknown> {
    if (this.client === undefined) throw new Error('not connected');
    return this.client.query('SELECT pg_notify($1, $2)', [channel, message]);
  }

  private reconnect(): void {
    this.client = undefined;
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.start().catch(() => this.reconnect()), reconnectMs);
  }
}
