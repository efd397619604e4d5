import type { FailureDecision, HandlerFailure } from './connection-options.js';

export interface InboxMessage {
  readonly topic: string;
  readonly qos: 0 | 1 | 2;
  /** Runs the handlers; rejects when one fails. */
  readonly handle: () => Promise<void>;
  /** Set when it may be handled at once with its neighbours of the same handler. */
  readonly gathered: Gathered | null;
  /** Tells the broker that it need not send this again. */
  readonly acknowledge: () => void;
}

/** A message and whoever takes many at once. */
export interface Gathered {
  readonly handler: (messages: readonly never[]) => Promise<void>;
  readonly message: unknown;
}

/** QoS 0 messages waiting at most; QoS 1 is limited by the broker's window of unacknowledged messages. */
const maxWaitingUnacknowledged = 1000;
/** Messages handled at once at most: what a handler holds meanwhile, such as row locks, it should not hold for long. */
const maxGathered = 250;
const firstRetryMs = 200;
const maxRetryMs = 10_000;

/**
 * Handles received messages strictly one after the other, in the order of their arrival, and acknowledges each only
 * after its handler is through: what a crash interrupts, the broker delivers again. Messages in a row for a handler
 * that takes many are given to it together, as many as have come while it was at the ones before.
 */
export class Inbox {
  private readonly waiting: InboxMessage[] = [];
  private readonly stopped = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly onError: (failure: HandlerFailure) => FailureDecision) {}

  /** Takes a message over; too many unhandled QoS 0 messages make room by losing the newest, as QoS 0 may. */
  add(message: InboxMessage): void {
    if (message.qos === 0 && this.waiting.length >= maxWaitingUnacknowledged) return;
    this.waiting.push(message);
    this.running ??= this.work();
  }

  /** Lets the handler that runs now finish, starts no other. Unhandled messages stay unacknowledged. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  private async work(): Promise<void> {
    for (let messages = this.next(); messages.length > 0; messages = this.next()) {
      if (messages.length > 1 && (await this.handleTogether(messages))) continue;
      for (const message of messages) {
        if (this.stopped.signal.aborted) break;
        const settled = await this.handle(message);
        if (settled) message.acknowledge();
      }
    }
    this.running = null;
  }

  /** The first message, and those behind it that may be handled at once with it. */
  private next(): InboxMessage[] {
    if (this.stopped.signal.aborted) return [];
    const handler = this.waiting[0]?.gathered?.handler;
    const end = this.waiting.findIndex(({ gathered }, index) => {
      return index > 0 && (handler === undefined || gathered?.handler !== handler || index === maxGathered);
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end);
  }

  /** @returns false when it failed: each is then handled by itself, which tells the faulty one from the others */
  private async handleTogether(messages: readonly InboxMessage[]): Promise<boolean> {
    try {
      await messages[0]?.gathered?.handler(messages.map(({ gathered }) => gathered?.message as never));
    } catch {
      return false;
    }
    for (const message of messages) message.acknowledge();
    return true;
  }

  private async handle(message: InboxMessage): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await message.handle();
        return true;
      } catch (error) {
        if (this.onError({ topic: message.topic, error, attempt }) === 'drop') return true;
      }
      await this.pause(Math.min(firstRetryMs * 2 ** (attempt - 1), maxRetryMs));
      if (this.stopped.signal.aborted) return false;
    }
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopped;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    });
  }
}
