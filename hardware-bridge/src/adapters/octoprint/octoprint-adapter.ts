import type { OctoPrintPrinter } from '../../bridge-options.js';
import { refuseCommand } from '../network/http-fault.js';
import { cameraAddress } from '../network/camera-address.js';
import { fetchPicture } from '../network/fetch-picture.js';
import { NetworkPrinter, type PrintCommand } from '../network/network-printer.js';
import type { Pace } from '../network/pace.js';
import type { Session } from '../network/session-loop.js';
import { takePicture } from '../network/take-picture.js';
import {
  NoCamera,
  type MachineTemperatures,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchOptions,
} from '../printer-adapter.js';
import { observeOctoPrint, temperaturesOf } from './observe-octoprint.js';
import { OctoPrintClient } from './octoprint-client.js';
import type { OctoPrintCurrent, OctoPrintEvent } from './octoprint-messages.js';
import { listenToOctoPrint } from './octoprint-push.js';
import { followCurrent, followEvent, recallRun, type OctoPrintRun } from './octoprint-run.js';

const octoPrintCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  // It pauses, and the reason is on the printer's screen.
  runout: false,
  door: false,
  panel: true,
  shutdown: true,
  transfer: true,
  credentials: true,
  readOnly: true,
  camera: true,
};

const jobCommands: Readonly<Record<PrintCommand, Readonly<Record<string, string>>>> = {
  // Without `action` it would toggle.
  pause: { command: 'pause', action: 'pause' },
  resume: { command: 'pause', action: 'resume' },
  cancel: { command: 'cancel' },
};

/** A printer under OctoPrint: what changes is pushed, commands and files go over HTTP. */
export class OctoPrintAdapter extends NetworkPrinter {
  override readonly capabilities: PrinterCapabilities;
  private readonly client: OctoPrintClient;
  private current: OctoPrintCurrent | null = null;
  private run: OctoPrintRun | null = null;
  private temperatures: MachineTemperatures | null = null;
  private mayControl = true;

  constructor(
    private readonly printer: OctoPrintPrinter,
    pace: Partial<Pace> = {},
  ) {
    super(pace);
    this.capabilities = { ...octoPrintCapabilities, camera: printer.camera !== false };
    this.client = new OctoPrintClient(printer, this.pace.silenceMs);
  }

  override async open(watcher: PrinterWatcher, options: WatchOptions = {}): Promise<void> {
    this.run = recallRun(options.known ?? null, Date.now());
    await super.open(watcher, options);
  }

  /** From its webcam's single picture, or from where the bridge's settings say. */
  snapshot(signal: AbortSignal): Promise<Uint8Array> {
    const { camera, url } = this.printer;
    return takePicture(camera, signal, async () => {
      const said = await this.client.webcam();
      if (said === null) throw new NoCamera('OctoPrint knows no webcam');
      return fetchPicture(cameraAddress(said, url), signal);
    });
  }

  async emergencyStop(): Promise<void> {
    await this.tell('/api/printer/command', { command: 'M112' });
  }

  protected override async print(print: PrintToStart): Promise<void> {
    await this.client.upload(print);
    await this.tell(`/api/files/local/${print.remoteName}`, { command: 'select', print: true });
  }

  protected override command(command: PrintCommand): Promise<void> {
    return this.tell('/api/job', jobCommands[command]);
  }

  protected override async hold({ signal, alive }: Session): Promise<void> {
    const proof = await this.client.login();
    this.mayControl = await this.client.mayPrint();
    this.current = null;
    await listenToOctoPrint(this.client.pushUrl, {
      proof,
      signal,
      silenceMs: this.pace.silenceMs,
      onMessage: ({ current, history, event }) => {
        alive();
        const first = this.current === null;
        if (event) this.hear(event);
        const newest = current ?? history;
        if (newest) this.look(newest);
        if (newest && first && !this.starting) void this.sweep();
      },
    });
  }

  private look(current: OctoPrintCurrent): void {
    this.current = current;
    this.temperatures = temperaturesOf(current, this.temperatures);
    this.follow(followCurrent(this.run, current, Date.now()));
  }

  private hear(event: OctoPrintEvent): void {
    this.follow(followEvent(this.run, event, Date.now()));
  }

  private follow(run: OctoPrintRun | null): void {
    const ended = this.run?.outcome === null && run?.outcome !== null;
    this.run = run;
    const { current, temperatures, mayControl } = this;
    const before = this.latest.state;
    if (current) this.see(observeOctoPrint(current, { run, temperatures, mayControl, before, nowMs: Date.now() }));
    if (ended && !this.starting) void this.sweep();
  }

  protected override async sweep(): Promise<void> {
    if (this.mode === 'look' || !this.mayControl) return;
    try {
      await this.client.sweep(this.run?.outcome === null ? this.run.remoteName : null);
    } catch (error) {
      this.watcher?.fault(error);
    }
  }

  private tell(path: string, command: Readonly<Record<string, unknown>>): Promise<void> {
    return this.client.tell(path, command).catch(refuseCommand);
  }
}
