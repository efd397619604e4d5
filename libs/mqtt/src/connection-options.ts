import type { TopicName, TopicPayload } from '#libs/contracts';
import type { TopicParams } from './topic-name.js';

/** What the broker publishes for us when the connection is lost without a goodbye. */
export type LastWill = {
  [N in TopicName]: { topic: N; params: TopicParams<N>; payload: TopicPayload<N> };
}[TopicName];

/** A message that no handler could be given: acknowledged, so that it does not come again, and told here. */
export interface InvalidMessage {
  readonly topic: string;
  /** One line: not JSON, not of the schema (with the faulty paths), or a topic nobody subscribed to. */
  readonly problem: string;
}

/** A handler threw or rejected. */
export interface HandlerFailure {
  readonly topic: string;
  readonly error: unknown;
  /** 1 for the first try of this message. */
  readonly attempt: number;
}

/** What is to become of a message whose handler failed; `retry` holds back everything behind it. */
export type FailureDecision = 'retry' | 'drop';

export interface MqttConnectionOptions {
  /** `mqtt://host:1883`, `mqtts://…`, `ws://…`. */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Stable for a lasting session (`clean: false`), unique per process otherwise. */
  readonly clientId: string;
  /** False keeps subscriptions and unacknowledged messages at the broker while we are away. */
  readonly clean: boolean;
  readonly will?: LastWill | undefined;
  /** Longest pause between two tries to reconnect; the first is a hundredth of it. Default 20,000. */
  readonly maxReconnectMs?: number | undefined;
  readonly onInvalid: (message: InvalidMessage) => void;
  readonly onHandlerError: (failure: HandlerFailure) => FailureDecision;
  /** A fault of the connection (reset, wrong password, refused subscription); it goes on trying. */
  readonly onConnectionError: (error: Error) => void;
}
