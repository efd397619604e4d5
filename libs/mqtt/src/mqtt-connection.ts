import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';
import mqttPacket from 'mqtt-packet';
import { topics, type TopicName, type TopicPayload } from '#libs/contracts';
import type { LastWill, MqttConnectionOptions } from './connection-options.js';
import { Inbox } from './inbox.js';
import { MessageRouter, type GatheringHandler, type MessageHandler } from './message-router.js';
import { Subscriptions } from './subscriptions.js';
import { formatTopic, type TopicParams } from './topic-name.js';

const defaultMaxReconnectMs = 20_000;
const goodbyeMs = 2_000;

/** An error is how mqtt.js is told not to acknowledge; it is reported nowhere. */
const acknowledgedLater = new Error('acknowledged after its handler');

// Else it keeps a small buffer ready for each of 65,536 packet numbers, ten megabytes that a hub has no use for.
mqttPacket.writeToStream.cacheNumbers = false;

/**
 * One connection to the broker, speaking MQTT 3.1.1 and the topics table.
 *
 * The constructor does nothing; register handlers with {@link subscribe}, then {@link connect}. It reconnects by
 * itself with growing pauses. Handlers run strictly one after the other, and QoS 1 is acknowledged after its handler;
 * a handler may publish on the same connection and await it.
 */
export class MqttConnection {
  private readonly router = new MessageRouter();
  private readonly subscriptions: Subscriptions;
  private readonly inbox: Inbox;
  private readonly connectListeners = new Set<() => void>();
  private readonly unacknowledged = new Set<Promise<unknown>>();
  private readonly closed = new AbortController();
  private client: MqttClient | null = null;
  private ready = false;
  /** Counts lost connections: an acknowledgement belongs to the connection its message came by. */
  private epoch = 0;

  constructor(private readonly options: MqttConnectionOptions) {
    this.inbox = new Inbox(options.onHandlerError);
    this.subscriptions = new Subscriptions(options.onConnectionError);
  }

  /** True between the broker's welcome and the loss of the connection. */
  get connected(): boolean {
    return this.ready;
  }

  /** Called at every welcome of the broker: the first, and each after a loss. */
  onConnect(listener: () => void): void {
    this.connectListeners.add(listener);
  }

  /** Starts connecting and goes on trying until {@link close}; {@link whenConnected} tells when it is up. */
  connect(): void {
    if (this.client) throw new Error('The MQTT connection was opened before');
    const client = connect(this.options.url, clientOptions(this.options));
    this.client = client;
    client.handleMessage = (packet, done) => this.receive(client, packet, done);
    client.on('connect', () => this.welcome(client));
    client.on('close', () => this.lost());
    client.on('reconnect', () => this.slowDown(client));
    client.on('error', (error) => this.options.onConnectionError(error));
  }

  /**
   * Resolves when connected, at once if it is so now.
   * @throws the reason of the signal, or of {@link close}, when that comes first
   */
  async whenConnected(signal?: AbortSignal): Promise<void> {
    if (this.ready) return;
    const given = AbortSignal.any(signal ? [signal, this.closed.signal] : [this.closed.signal]);
    let listener = (): void => undefined;
    const welcome = new Promise<void>((resolve) => (listener = resolve));
    this.connectListeners.add(listener);
    try {
      await unlessAborted(given, welcome);
    } finally {
      this.connectListeners.delete(listener);
    }
  }

  /**
   * Publishes with the table's QoS and retain flag. QoS 1 resolves when the broker has acknowledged, which may be
   * after a reconnect; QoS 0 when it is handed to the connection.
   * @throws ZodError when the payload is not what the table says; Error when the connection is closed
   */
  async publish<N extends TopicName>(name: N, params: TopicParams<N>, payload: TopicPayload<N>): Promise<void> {
    const { qos, retain, schema } = topics[name];
    await this.send(formatTopic(name, params), JSON.stringify(schema.parse(payload)), { qos, retain });
  }

  /**
   * Publishes for programs that are not ours, to a topic that is not of the table: retained, QoS 1.
   * @param content null takes away what was published before
   * @throws Error when the connection is closed
   */
  async publishForeign(topic: string, content: object | null): Promise<void> {
    await this.send(topic, content === null ? '' : JSON.stringify(content), { qos: 1, retain: true });
  }

  private async send(topic: string, text: string, options: { qos: 0 | 1; retain: boolean }): Promise<void> {
    if (!this.client) throw new Error('The MQTT connection is not open');
    const sent = this.client.publishAsync(topic, text, options);
    this.unacknowledged.add(sent);
    try {
      await unlessAborted(this.closed.signal, sent);
    } finally {
      this.unacknowledged.delete(sent);
    }
  }

  /**
   * Hands every matching message to the handler; a parameter `+` matches all values. It lasts over reconnects and may
   * be called before {@link connect}; with a lasting session it must be, or messages kept by the broker find nobody.
   * Resolves when the broker has granted it.
   * @throws Error when the broker refuses it, or the connection is closed first
   */
  subscribe<N extends TopicName>(name: N, params: TopicParams<N>, handler: MessageHandler<N>): Promise<void> {
    const filter = this.router.add(name, params, handler);
    return this.subscriptions.add(filter, topics[name].qos, this.ready ? this.client : null);
  }

  /**
   * As {@link subscribe}, for a handler that takes many messages of these topics at once: as many as have come while it
   * was at the ones before, in the order in which they came. When it fails, it is given each of them alone.
   */
  async gather<N extends TopicName>(
    names: readonly N[],
    params: TopicParams<N>,
    handler: GatheringHandler<N>,
  ): Promise<void> {
    const granted = names.map((name) => {
      const filter = this.router.gather(name, params, handler);
      return this.subscriptions.add(filter, topics[name].qos, this.ready ? this.client : null);
    });
    await Promise.all(granted);
  }

  /**
   * Waits for the handler that runs now and, while connected and for two seconds at most, for unacknowledged messages;
   * what is unacknowledged then rejects. Says goodbye, so that the last will is not sent, and frees everything.
   */
  async close(): Promise<void> {
    const client = this.client;
    const handled = this.inbox.stop();
    this.subscriptions.abandon();
    const settled = handled.then(() => Promise.allSettled(this.unacknowledged));
    if (this.ready) await within(goodbyeMs, settled);
    // A handler may itself wait for an acknowledgement that will not come any more.
    this.closed.abort(new Error('The MQTT connection was closed'));
    await handled;
    if (!client || client.disconnecting) return;
    const polite = this.ready && Object.keys(client.outgoing).length === 0;
    const hungUp = setTimeout(() => client.stream.destroy(), goodbyeMs);
    await client.endAsync(!polite);
    clearTimeout(hungUp);
  }

  private welcome(client: MqttClient): void {
    this.ready = true;
    client.options.reconnectPeriod = firstPause(this.options);
    this.subscriptions.restore(client);
    for (const listener of this.connectListeners) listener();
  }

  private lost(): void {
    this.ready = false;
    this.epoch++;
  }

  private slowDown(client: MqttClient): void {
    const longest = this.options.maxReconnectMs ?? defaultMaxReconnectMs;
    const pause = (client.options.reconnectPeriod ?? longest) * (1.5 + Math.random());
    client.options.reconnectPeriod = Math.min(pause, longest);
  }

  /**
   * Takes a packet off mqtt.js at once and acknowledges it later. Holding its callback until the handler is through
   * would stop the whole connection: an acknowledgement a handler waits for, and pings, would never be read.
   */
  private receive(client: MqttClient, packet: IPublishPacket, done: (error?: Error) => void): void {
    const epoch = this.epoch;
    const acknowledge = (): void => {
      if (packet.qos !== 1 || packet.messageId === undefined) return;
      if (epoch === this.epoch && client.connected) client.stream.write(puback(packet.messageId));
    };
    done(packet.qos === 0 ? undefined : acknowledgedLater);
    const { topic, qos } = packet;
    const routed = this.router.route(topic, Buffer.from(packet.payload), packet.retain);
    if ('handle' in routed) {
      this.inbox.add({ topic, qos, handle: routed.handle, gathered: routed.gathered, acknowledge });
    } else {
      this.options.onInvalid({ topic, problem: routed.problem });
      acknowledge();
    }
  }
}

function clientOptions(options: MqttConnectionOptions): IClientOptions {
  const { username, password, clientId, clean, will } = options;
  return {
    protocolVersion: 4,
    clientId,
    clean,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(will ? { will: willOption(will) } : {}),
    keepalive: 30,
    connectTimeout: 10_000,
    reconnectPeriod: firstPause(options),
    reconnectOnConnackError: true,
    resubscribe: false,
    queueQoSZero: false,
  };
}

function willOption({ topic, params, payload }: LastWill): NonNullable<IClientOptions['will']> {
  const { qos, retain, schema } = topics[topic];
  return {
    topic: formatTopic(topic, params),
    payload: Buffer.from(JSON.stringify(schema.parse(payload))),
    qos,
    retain,
  };
}

function firstPause({ maxReconnectMs = defaultMaxReconnectMs }: MqttConnectionOptions): number {
  return maxReconnectMs / 100;
}

/** PUBACK of MQTT 3.1.1, section 3.4: type, length, and the packet's identifier. */
function puback(messageId: number): Buffer {
  return Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff]);
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', aborted, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
    if (signal.aborted) aborted();
  });
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
