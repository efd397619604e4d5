import type { MachineObservation } from '../printer-adapter.js';
import { followRun, isAnother, type KlipperRun } from './klipper-run.js';
import { mergeObjects, readKlipperStatus, type KlipperObjects } from './klipper-status.js';
import type { MoonrakerSocket } from './moonraker-socket.js';
import { observeKlipper } from './observe-klipper.js';
import { identifyRun } from './print-history.js';

/** Follows Klipper through one subscription: what it reports becomes what a watcher sees. */
export class KlipperWatch {
  private run: KlipperRun | null = null;
  /** The print that it was asked to cancel. */
  private cancellingId: string | null = null;

  /** @param objects all of them, as the subscription begins */
  constructor(
    private readonly socket: MoonrakerSocket,
    private objects: KlipperObjects,
    private readonly signal: AbortSignal,
    private readonly see: (observation: MachineObservation) => void,
  ) {}

  /** The file that is being printed. */
  get fileInUse(): string | null {
    return this.run?.outcome === null ? this.run.filename : null;
  }

  /** Looks after a change; changes must come one after the other. @returns true when a print has ended with it */
  async follow(changed: KlipperObjects = {}): Promise<boolean> {
    this.objects = mergeObjects(this.objects, changed);
    const status = readKlipperStatus(this.objects);
    const nowMs = Date.now();
    const before = this.fileInUse;
    if (isAnother(this.run, status)) {
      this.run = await identifyRun(this.socket, status, { nowMs, signal: this.signal });
    }
    this.run = followRun(this.run, status, nowMs);
    if (this.run?.outcome !== null) this.cancellingId = null;
    this.look();
    return before !== null && before !== this.fileInUse;
  }

  /** Shows the print as being cancelled from now on. @returns how to take that back */
  beginCancelling(): () => void {
    const id = this.run?.id ?? null;
    this.cancellingId = id;
    this.look();
    return () => {
      if (this.cancellingId === id) this.cancellingId = null;
      this.look();
    };
  }

  private look(): void {
    const cancelling = this.run !== null && this.run.id === this.cancellingId;
    this.see(observeKlipper(readKlipperStatus(this.objects), { run: this.run, cancelling, nowMs: Date.now() }));
  }
}
