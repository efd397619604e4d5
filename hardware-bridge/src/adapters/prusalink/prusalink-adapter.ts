import { z } from 'zod';
import type { PrusaLinkPrinter } from '../../bridge-options.js';
import { refuseCommand } from '../network/http-fault.js';
import { NetworkPrinter, type PrintCommand } from '../network/network-printer.js';
import type { Pace } from '../network/pace.js';
import { pause, type Session } from '../network/session-loop.js';
import { takePicture } from '../network/take-picture.js';
import { NoCamera, type PrinterCapabilities, type PrintToStart } from '../printer-adapter.js';
import { observePrusaLink } from './observe-prusalink.js';
import { PrusaLinkClient } from './prusalink-client.js';
import { PrusaLinkFiles } from './prusalink-files.js';
import { beginRun, followRun, prusaLinkStatusSchema, type PrusaLinkRun } from './prusalink-run.js';

const jobSchema = z.object({ file: z.object({ name: z.string(), display_name: z.string().optional() }).optional() });

const prusaLinkCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  // It says that it wants somebody, not what for.
  runout: false,
  door: false,
  panel: true,
  shutdown: true,
  transfer: true,
  credentials: true,
  readOnly: false,
  camera: true,
};

const jobRequests = {
  pause: { method: 'PUT', action: '/pause' },
  resume: { method: 'PUT', action: '/resume' },
  cancel: { method: 'DELETE', action: '' },
} as const;

/** A printer with PrusaLink. It tells nothing by itself: it is asked again and again. */
export class PrusaLinkAdapter extends NetworkPrinter {
  override readonly capabilities: PrinterCapabilities;
  private readonly client: PrusaLinkClient;
  private readonly files: PrusaLinkFiles;
  private run: PrusaLinkRun | null = null;
  /** The print we have asked to cancel. */
  private cancellingId: number | null = null;

  constructor(
    private readonly printer: PrusaLinkPrinter,
    pace: Partial<Pace> = {},
  ) {
    super(pace);
    this.capabilities = { ...prusaLinkCapabilities, camera: printer.camera !== false };
    this.client = new PrusaLinkClient(printer);
    this.files = new PrusaLinkFiles(this.client, printer.storage ?? 'usb', this.pace.silenceMs);
  }

  /** From the camera that PrusaLink takes for its first, or from where the bridge's settings say. */
  snapshot(signal: AbortSignal): Promise<Uint8Array> {
    return takePicture(this.printer.camera, signal, async () => {
      const picture = await this.client.picture('/api/v1/cameras/snap', signal);
      if (picture === null) throw new NoCamera('PrusaLink knows no camera');
      return picture;
    });
  }

  protected override async print(print: PrintToStart): Promise<void> {
    await this.files.upload(print);
    await this.files.start(print.remoteName).catch(refuseCommand);
  }

  protected override async command(command: PrintCommand): Promise<void> {
    const { method, action } = jobRequests[command];
    const path = `/api/v1/job/${this.run?.jobId ?? 0}${action}`;
    await this.client.send(method, path, { timeoutMs: this.pace.silenceMs }).catch(refuseCommand);
    if (command === 'cancel') this.cancellingId = this.run?.jobId ?? null;
  }

  /** Asks until the printer does not answer. */
  protected override async hold({ signal, alive }: Session): Promise<void> {
    let tidy = false;
    while (!signal.aborted) {
      // A small board that takes a file has no time for questions.
      if (!this.starting || this.latest.state === 'offline') {
        const ended = await this.look();
        alive();
        if ((ended || !tidy) && !this.starting) await this.sweep();
        tidy = true;
      }
      await pause(this.pace.pollMs, signal);
    }
  }

  /** @returns true when a print has ended */
  private async look(): Promise<boolean> {
    const status = prusaLinkStatusSchema.parse(await this.ask('/api/v1/status'));
    const nowMs = Date.now();
    const before = this.run;
    if (status.job && status.job.id !== this.run?.jobId) this.run = beginRun(status, await this.fileName(), nowMs);
    this.run = followRun(this.run, status, nowMs);
    if (this.run?.outcome !== null) this.cancellingId = null;
    const cancelling = this.run !== null && this.run.jobId === this.cancellingId;
    this.see(observePrusaLink(status, { run: this.run, cancelling, nowMs }));
    return before?.outcome === null && this.run?.outcome !== null;
  }

  private async fileName(): Promise<string> {
    const { file } = jobSchema.parse((await this.ask('/api/v1/job')) ?? {});
    return file?.display_name ?? file?.name ?? '';
  }

  protected override async sweep(): Promise<void> {
    if (this.mode === 'look') return;
    try {
      await this.files.sweep(this.run?.outcome === null ? this.run.remoteName : null);
    } catch (error) {
      this.watcher?.fault(error);
    }
  }

  private ask(path: string): Promise<unknown> {
    return this.client.send('GET', path, { timeoutMs: this.pace.silenceMs });
  }
}
