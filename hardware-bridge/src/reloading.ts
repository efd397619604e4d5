import { retryDelayMs, usualPace } from './adapters/network/pace.js';

/** Reads the printers anew when it is asked to, never twice at once, and again by itself until all is taken up. */
export class Reloading {
  private last: Promise<void> = Promise.resolve();
  private again: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;

  /** @param read whether everything was taken up; it does not reject */
  constructor(private readonly read: () => Promise<boolean>) {}

  request(): Promise<void> {
    clearTimeout(this.again);
    this.last = this.last.then(() => this.readNow());
    return this.last;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    await this.last;
  }

  private async readNow(): Promise<void> {
    if (this.stopped) return;
    this.failures = (await this.read()) ? 0 : this.failures + 1;
    if (this.failures === 0 || this.stopped) return;
    const delayMs = retryDelayMs(this.failures, usualPace, Math.random());
    this.again = setTimeout(() => void this.request(), delayMs);
  }
}
