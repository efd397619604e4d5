import type { MachineTemperatures } from '../adapters/printer-adapter.js';
import type { Uplink } from '../uplink.js';
import { isWorthTelling, type StatusContent } from './printer-status.js';

const repeatMs = 30_000;
const temperaturesMs = 1000;

/**
 * Keeps the server's picture of a printer fresh: a snapshot at every change and every half minute, never two on their
 * way at once, so that a slow broker gets the newest and not a backlog.
 */
export class StatusFeed {
  private latest: StatusContent | null = null;
  private told: StatusContent | null = null;
  private toldAtMs = 0;
  private sending: Promise<void> | null = null;
  private temperaturesAtMs = 0;
  private temperaturesTold = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly uplink: Uplink,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  open(): void {
    this.timer = setInterval(() => void this.repeat(), repeatMs);
  }

  /** Takes the newest snapshot and sends it when it tells enough. */
  tell(status: StatusContent): void {
    this.latest = status;
    if (this.uplink.connected && this.isNew(status)) this.sending ??= this.send();
  }

  /** Sends the newest snapshot whether it is new or not; resolves when the broker has it. */
  async repeat(): Promise<void> {
    this.told = null;
    this.temperaturesTold = '';
    if (!this.latest || !this.uplink.connected) return;
    await (this.sending ??= this.send());
  }

  tellTemperatures(temperatures: MachineTemperatures, nowMs: number): void {
    const text = JSON.stringify(temperatures);
    if (!this.uplink.connected || text === this.temperaturesTold || nowMs - this.temperaturesAtMs < temperaturesMs)
      return;
    this.temperaturesAtMs = nowMs;
    this.temperaturesTold = text;
    this.uplink.temperatures(temperatures).catch(this.onFailure);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private isNew(status: StatusContent): boolean {
    return isWorthTelling(status, this.told, Date.now() - this.toldAtMs);
  }

  /** Must be called only with something to send: what ends before it has waited would never be forgotten. */
  private async send(): Promise<void> {
    try {
      while (this.latest && this.isNew(this.latest)) {
        this.told = this.latest;
        this.toldAtMs = Date.now();
        await this.uplink.status(this.told);
      }
    } catch (error) {
      this.told = null;
      this.onFailure(error);
    } finally {
      this.sending = null;
    }
  }
}
