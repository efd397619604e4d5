import { topics, type TopicName, type TopicPayload } from '#libs/contracts';
import type { Gathered } from './inbox.js';
import { matchesParams, parseTopic, topicFilter, type TopicParams } from './topic-name.js';

/** A message as a handler gets it: parsed by the table's schema. */
export interface ReceivedMessage<N extends TopicName> {
  readonly params: TopicParams<N>;
  readonly payload: TopicPayload<N>;
  /** True when the broker had kept it from before we subscribed. */
  readonly retained: boolean;
}

export type MessageHandler<N extends TopicName> = (message: ReceivedMessage<N>) => Promise<void>;

/** One of the messages that a {@link GatheringHandler} gets, with the topic it is of. */
export type GatheredMessage<N extends TopicName> = { [K in N]: ReceivedMessage<K> & { readonly name: K } }[N];

/** Takes messages of several topics in the order of their arrival; must bear to be given the same ones again. */
export type GatheringHandler<N extends TopicName> = (messages: readonly GatheredMessage<N>[]) => Promise<void>;

interface Route {
  readonly name: TopicName;
  readonly params: Record<string, string>;
  readonly handler: MessageHandler<TopicName>;
  /** The same handler for many messages at once, where there is such a one. */
  readonly gathering: GatheringHandler<never> | null;
}

/** Either the work a message makes, or why it makes none. */
export type RoutedMessage = { handle: () => Promise<void>; gathered: Gathered | null } | { problem: string };

/** Which handlers want a message, and whether it is what the table says. */
export class MessageRouter {
  private readonly routes: Route[] = [];

  /** @returns the MQTT filter to subscribe to */
  add<N extends TopicName>(name: N, params: TopicParams<N>, handler: MessageHandler<N>): string {
    // Only messages of this name are handed to this handler, so its narrower parameter type holds.
    this.routes.push({ name, params, handler, gathering: null });
    return topicFilter(name, params);
  }

  /** The same for a handler that takes many messages at once. */
  gather<N extends TopicName>(name: N, params: TopicParams<N>, gathering: GatheringHandler<N>): string {
    // As above: it is handed messages of the names it was added for, and no others.
    const handler = (message: object): Promise<void> => gathering([{ ...message, name } as GatheredMessage<N>]);
    this.routes.push({ name, params, handler, gathering });
    return topicFilter(name, params);
  }

  route(topic: string, payload: Buffer, retained: boolean): RoutedMessage {
    const parsed = parseTopic(topic);
    if (!parsed) return { problem: 'not a topic of this contract' };
    const wanted = this.routes.filter(({ name, params }) => {
      return name === parsed.name && matchesParams(parsed.params, params);
    });
    if (wanted.length === 0) return { problem: 'nobody subscribed to it' };
    const content = parsePayload(parsed.name, payload);
    if ('problem' in content) return content;
    const message = { params: parsed.params, payload: content.payload, retained };
    const [first, ...others] = wanted;
    const gathering = others.length === 0 ? first?.gathering : null;
    return {
      handle: async () => {
        for (const { handler } of wanted) await handler(message);
      },
      gathered: gathering ? { handler: gathering, message: { ...message, name: parsed.name } } : null,
    };
  }
}

function parsePayload(name: TopicName, payload: Buffer): { payload: TopicPayload<TopicName> } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(payload.toString('utf8'));
  } catch {
    return { problem: 'not JSON' };
  }
  const parsed = topics[name].schema.safeParse(json);
  if (parsed.success) return { payload: parsed.data };
  return {
    problem: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'message'}: ${message}`).join('; '),
  };
}
