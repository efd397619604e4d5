import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { MoonrakerPrinter } from '../../bridge-options.js';
import { cameraAddress } from '../network/camera-address.js';
import { fetchPicture } from '../network/fetch-picture.js';
import { NetworkPrinter, type PrintCommand } from '../network/network-printer.js';
import type { Pace } from '../network/pace.js';
import type { Session } from '../network/session-loop.js';
import { takePicture } from '../network/take-picture.js';
import {
  NoCamera,
  PrinterRefusal,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
} from '../printer-adapter.js';
import { uploadToMoonraker } from './moonraker-files.js';
import { MoonrakerSession } from './moonraker-session.js';
import { RpcFault } from './moonraker-socket.js';

const webcamsSchema = z.object({
  webcams: z.array(z.object({ enabled: z.boolean().default(true), snapshot_url: z.string().default('') })),
});

const moonrakerCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  runout: true,
  door: false,
  panel: true,
  shutdown: true,
  transfer: true,
  credentials: true,
  // A key opens everything or nothing.
  readOnly: false,
  camera: true,
};

/** A printer under Klipper, through Moonraker's WebSocket; files go over HTTP. */
export class MoonrakerAdapter extends NetworkPrinter {
  override readonly capabilities: PrinterCapabilities;
  private session: MoonrakerSession | null = null;

  constructor(
    private readonly printer: MoonrakerPrinter,
    pace: Partial<Pace> = {},
  ) {
    super(pace);
    this.capabilities = { ...moonrakerCapabilities, camera: printer.camera !== false };
  }

  async emergencyStop(): Promise<void> {
    await this.taken(this.call('printer.emergency_stop'));
  }

  /** From the first webcam that is switched on, or from where the bridge's settings say. */
  snapshot(signal: AbortSignal): Promise<Uint8Array> {
    const { camera, url } = this.printer;
    return takePicture(camera, signal, async () => fetchPicture(cameraAddress(await this.webcam(), url), signal));
  }

  protected override async print(print: PrintToStart): Promise<void> {
    await uploadToMoonraker(this.printer, print);
    await this.taken(this.call('printer.print.start', { filename: print.remoteName }));
  }

  protected override async command(command: PrintCommand): Promise<void> {
    await this.taken(command === 'cancel' ? this.cancelled() : this.call(`printer.print.${command}`));
  }

  protected override async sweep(): Promise<void> {
    await this.session?.sweep();
  }

  protected override async hold(session: Session): Promise<void> {
    const watcher: PrinterWatcher = {
      seen: (observation) => this.see(observation),
      fault: (error) => this.watcher?.fault(error),
    };
    const maySweep = (): boolean => this.mode === 'drive' && !this.starting;
    const opened = await MoonrakerSession.open({ printer: this.printer, pace: this.pace, watcher, maySweep });
    this.session = opened;
    session.signal.addEventListener('abort', () => opened.close());
    try {
      if (!session.signal.aborted) await Promise.race([opened.socket.lost, opened.run(session)]);
    } finally {
      this.session = null;
      opened.close();
    }
  }

  /** Klipper answers only when it has cancelled, which while it heats is when it has heated. */
  private cancelled(): Promise<unknown> {
    const takeBack = this.session?.watch?.beginCancelling();
    // A plain cancel leaves the heaters on.
    return this.call('printer.print.cancel').then(
      () => this.call('printer.gcode.script', { script: 'TURN_OFF_HEATERS' }),
      (error: unknown) => {
        takeBack?.();
        throw error;
      },
    );
  }

  private async webcam(): Promise<string> {
    const { webcams } = webcamsSchema.parse(await this.call('server.webcams.list'));
    const webcam = webcams.find(({ enabled, snapshot_url: said }) => enabled && said !== '');
    if (!webcam) throw new NoCamera('Moonraker knows no webcam');
    return webcam.snapshot_url;
  }

  private async call(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    if (!this.session) throw new PrinterRefusal('printer_offline', 'Moonraker is not connected');
    return this.session.socket.call(method, params);
  }

  /** Resolves when Klipper has done it, or has had time enough to refuse. */
  private async taken(done: Promise<unknown>): Promise<void> {
    let late = false;
    const outcome = done.catch((error: unknown) => {
      if (late) return this.watcher?.fault(error);
      throw error instanceof RpcFault ? new PrinterRefusal(codeOf(error), error.message, { cause: error }) : error;
    });
    await Promise.race([outcome, setTimeout(this.pace.takenMs, undefined, { ref: false })]);
    late = true;
  }
}

function codeOf({ code, message }: RpcFault): PrinterRefusal['code'] {
  if (code === 503) return 'printer_offline';
  return message.includes('SD busy') ? 'not_idle' : 'printer_error';
}
