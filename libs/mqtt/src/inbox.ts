import type { FailureDecision, HandlerFailure } from './connection-options.js';

export interface InboxMessage {
  readonly topic: string;
  readonly qos: 0 | 1 | 2;
  /** Runs the handlers; rejects when one fails. */
  readonly handle: () => Promise<void>;
  /** Tells the broker that it need not send this again. */
  readonly acknowledge: () => void;
}

/** QoS 0 messages waiting at most; QoS 1 is limited by the broker's window of unacknowledged messages. */
const maxWaitingUnacknowledged = 1000;
const firstRetryMs = 200;
const maxRetryMs = 10_000;

/**
 * Handles received messages strictly one after the other, in the order of their arrival, and acknowledges each only
 * after its handler is through: what a crash interrupts, the broker delivers again.
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
    for (let message = this.next(); message; message = this.next()) {
      const settled = await this.handle(message);
      if (settled) message.acknowledge();
    }
    this.running = null;
  }

  private next(): InboxMessage | undefined {
    return this.stopped.signal.aborted ? undefined : this.waiting.shift();
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
