import { EventEmitter } from 'node:events';
import { liveEventSchema, liveTopics, type LiveEvent } from '#libs/contracts';

/** Redis channel and PostgreSQL channel alike. */
export const liveChannel = 'digikeskus_live';

/** Says that a commit has left jobs in the outbox. */
const jobsWait = JSON.stringify('jobs');

/**
 * Carries "something changed" between processes. Events may be lost while a connection is broken, so subscribers are
 * told that everything changed as soon as it is back.
 */
export abstract class LiveBus {
  private readonly emitter = new EventEmitter<{ event: [LiveEvent]; jobs: [] }>().setMaxListeners(0);

  /** Resolves when events of other processes arrive. */
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
  /** Rejects when other processes cannot be told now. */
  protected abstract send(message: string): Promise<unknown>;

  /** Tells every process; never fails the caller, whose work is already committed. */
  publish(events: readonly LiveEvent[]): void {
    for (const event of events) this.send(JSON.stringify(event)).catch(() => this.emitter.emit('event', event));
  }

  /** Tells whoever carries the outbox that it need not wait for its round. May be lost, as events may. */
  announceJobs(): void {
    this.send(jobsWait).catch(() => this.emitter.emit('jobs'));
  }

  /** @returns how to stop listening */
  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.emitter.on('event', listener);
    return () => this.emitter.off('event', listener);
  }

  /** @returns how to stop listening */
  onJobs(listener: () => void): () => void {
    this.emitter.on('jobs', listener);
    return () => this.emitter.off('jobs', listener);
  }

  /** The channel is open to whoever reaches the server, so what is no event of ours is passed over. */
  protected receive(message: string): void {
    if (message === jobsWait) {
      this.emitter.emit('jobs');
      return;
    }
    const event = liveEventSchema.safeParse(parseJson(message));
    if (event.success) this.emitter.emit('event', event.data);
  }

  /** After a broken connection: whatever happened meanwhile was not told. */
  protected announceGap(): void {
    for (const topic of liveTopics) this.emitter.emit('event', { topic, hub: everyHub });
  }
}

/** In an event's `hub`: the change may be anywhere. */
export const everyHub = '*';

function parseJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
