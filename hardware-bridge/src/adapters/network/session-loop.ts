import { setTimeout } from 'node:timers/promises';
import { retryDelayMs, type Pace } from './pace.js';

export interface Session {
  /** Aborted when the adapter is closed. */
  readonly signal: AbortSignal;
  /** The printer has answered: the next failure is a first one again. */
  readonly alive: () => void;
}

/** Keeps a connection to a printer: one session after the other, with growing pauses after failures, until stopped. */
export class SessionLoop {
  private readonly stopped = new AbortController();
  private running: Promise<void> | null = null;

  /**
   * @param session lasts as long as the printer can be reached; rejects with the reason it no longer can
   * @param onLost is told that reason
   */
  constructor(
    private readonly session: (session: Session) => Promise<void>,
    private readonly onLost: (error: unknown) => void,
    private readonly pace: Pace,
  ) {}

  start(): void {
    this.running ??= this.keepTrying();
  }

  async stop(): Promise<void> {
    this.stopped.abort(new Error('The bridge stops watching'));
    await this.running;
  }

  private async keepTrying(): Promise<void> {
    const { signal } = this.stopped;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.session({ signal, alive: () => (failures = 0) });
      } catch (error) {
        if (signal.aborted) return;
        this.onLost(error);
      }
      failures += 1;
      await pause(retryDelayMs(failures, this.pace, Math.random()), signal);
    }
  }
}

/** Waits, or is woken when the adapter closes. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
