import { topics, type TopicName, type TopicPayload } from '#libs/contracts';
import { matchesParams, parseTopic, topicFilter, type TopicParams } from './topic-name.js';

/** A message as a handler gets it: parsed by the table's schema. */
export interface ReceivedMessage<N extends TopicName> {
  readonly params: TopicParams<N>;
  readonly payload: TopicPayload<N>;
  /** True when the broker had kept it from before we subscribed. */
  readonly retained: boolean;
}

export type MessageHandler<N extends TopicName> = (message: ReceivedMessage<N>) => Promise<void>;

interface Route {
  readonly name: TopicName;
  readonly params: Record<string, string>;
  readonly handler: MessageHandler<TopicName>;
}

/** Either the work a message makes, or why it makes none. */
export type RoutedMessage = { handle: () => Promise<void> } | { problem: string };

/** Which handlers want a message, and whether it is what the table says. */
export class MessageRouter {
  private readonly routes: Route[] = [];

  /** @returns the MQTT filter to subscribe to */
  add<N extends TopicName>(name: N, params: TopicParams<N>, handler: MessageHandler<N>): string {
    // Only messages of this name are handed to this handler, so its narrower parameter type holds.
    this.routes.push({ name, params, handler });
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
    return {
      handle: async () => {
        for (const { handler } of wanted) {
          await handler({ params: parsed.params, payload: content.payload, retained });
        }
      },
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
