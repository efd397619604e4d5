import { setTimeout } from 'node:timers/promises';
import type { MoonrakerPrinter } from '../../bridge-options.js';
import { usualPace, type Pace } from '../network/pace.js';
import { unreachable, unseen } from '../network/printer-unreachable.js';
import {
  mayCancelIn,
  mayPauseIn,
  mayResumeIn,
  refuseUnlessFree,
  refuseUnlessPrinting,
} from '../network/refuse-start.js';
import { SessionLoop, type Session } from '../network/session-loop.js';
import {
  PrinterRefusal,
  type MachineObservation,
  type PrinterAdapter,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchMode,
  type WatchOptions,
} from '../printer-adapter.js';
import { uploadToMoonraker } from './moonraker-files.js';
import { MoonrakerSession } from './moonraker-session.js';
import { RpcFault } from './moonraker-socket.js';

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
};

/** A printer under Klipper, through Moonraker's WebSocket; files go over HTTP. */
export class MoonrakerAdapter implements PrinterAdapter {
  readonly capabilities = moonrakerCapabilities;
  private readonly loop: SessionLoop;
  private readonly pace: Pace;
  private watcher: PrinterWatcher | null = null;
  private session: MoonrakerSession | null = null;
  private latest: MachineObservation = unseen('unknown', null, 0);
  private starting = false;
  private mode: WatchMode = 'drive';

  constructor(
    private readonly printer: MoonrakerPrinter,
    pace: Partial<Pace> = {},
  ) {
    this.pace = { ...usualPace, ...pace };
    this.loop = new SessionLoop(
      (session) => this.hold(session),
      (error) => this.see(unreachable(error, Date.now())),
      this.pace,
    );
  }

  async open(watcher: PrinterWatcher, { mode = 'drive' }: WatchOptions = {}): Promise<void> {
    this.watcher = watcher;
    this.mode = mode;
    this.loop.start();
  }

  async start(print: PrintToStart): Promise<void> {
    refuseUnlessFree(this.starting ? 'preparing' : this.latest.state);
    this.starting = true;
    try {
      await uploadToMoonraker(this.printer, print);
      await this.taken(this.call('printer.print.start', { filename: print.remoteName }));
    } catch (error) {
      this.starting = false;
      await this.session?.sweep();
      throw error;
    } finally {
      this.starting = false;
    }
  }

  async pause(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayPauseIn);
    await this.taken(this.call('printer.print.pause'));
  }

  async resume(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayResumeIn);
    await this.taken(this.call('printer.print.resume'));
  }

  /** Klipper answers only when it has cancelled, which while it heats is when it has heated. */
  async cancel(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayCancelIn);
    const takeBack = this.session?.watch?.beginCancelling();
    // A plain cancel leaves the heaters on.
    const cancelled = this.call('printer.print.cancel').then(
      () => this.call('printer.gcode.script', { script: 'TURN_OFF_HEATERS' }),
      (error: unknown) => {
        takeBack?.();
        throw error;
      },
    );
    await this.taken(cancelled);
  }

  async emergencyStop(): Promise<void> {
    await this.taken(this.call('printer.emergency_stop'));
  }

  async close(): Promise<void> {
    this.watcher = null;
    const stopped = this.loop.stop();
    this.session?.close();
    await stopped;
  }

  private async hold(session: Session): Promise<void> {
    const watcher: PrinterWatcher = {
      seen: (observation) => this.see(observation),
      fault: (error) => this.watcher?.fault(error),
    };
    const maySweep = (): boolean => this.mode === 'drive' && !this.starting;
    const opened = await MoonrakerSession.open({ printer: this.printer, pace: this.pace, watcher, maySweep });
    this.session = opened;
    try {
      if (!session.signal.aborted) await Promise.race([opened.socket.lost, opened.run(session)]);
    } finally {
      this.session = null;
      opened.close();
    }
  }

  private see(observation: MachineObservation): void {
    this.latest = observation;
    this.watcher?.seen(observation);
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
