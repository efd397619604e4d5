import type { OctoPrintPrinter } from '../../bridge-options.js';
import { usualPace, type Pace } from '../network/pace.js';
import { CredentialsRefused, unreachable, unseen } from '../network/printer-unreachable.js';
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
  type MachineTemperatures,
  type PrinterAdapter,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchMode,
  type WatchOptions,
} from '../printer-adapter.js';
import { observeOctoPrint, temperaturesOf } from './observe-octoprint.js';
import { OctoPrintClient, OctoPrintFault } from './octoprint-client.js';
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
};

/** A printer under OctoPrint: what changes is pushed, commands and files go over HTTP. */
export class OctoPrintAdapter implements PrinterAdapter {
  readonly capabilities = octoPrintCapabilities;
  private readonly pace: Pace;
  private readonly client: OctoPrintClient;
  private readonly loop: SessionLoop;
  private watcher: PrinterWatcher | null = null;
  private mode: WatchMode = 'drive';
  private latest: MachineObservation = unseen('unknown', null, 0);
  private current: OctoPrintCurrent | null = null;
  private run: OctoPrintRun | null = null;
  private temperatures: MachineTemperatures | null = null;
  private mayControl = true;
  private starting = false;

  constructor(printer: OctoPrintPrinter, pace: Partial<Pace> = {}) {
    this.pace = { ...usualPace, ...pace };
    this.client = new OctoPrintClient(printer, this.pace.silenceMs);
    this.loop = new SessionLoop(
      (session) => this.hold(session),
      (error) => this.see(unreachable(error, Date.now())),
      this.pace,
    );
  }

  async open(watcher: PrinterWatcher, { mode = 'drive', known = null }: WatchOptions = {}): Promise<void> {
    [this.watcher, this.mode, this.run] = [watcher, mode, recallRun(known, Date.now())];
    this.loop.start();
  }

  async start(print: PrintToStart): Promise<void> {
    refuseUnlessFree(this.starting ? 'preparing' : this.latest.state);
    this.starting = true;
    try {
      await this.client.upload(print);
      await this.tell(`/api/files/local/${print.remoteName}`, { command: 'select', print: true });
    } catch (error) {
      if (error instanceof PrinterRefusal) await this.sweep();
      throw error;
    } finally {
      this.starting = false;
    }
  }

  /** Without `action` it would toggle. */
  async pause(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayPauseIn);
    await this.tell('/api/job', { command: 'pause', action: 'pause' });
  }

  async resume(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayResumeIn);
    await this.tell('/api/job', { command: 'pause', action: 'resume' });
  }

  async cancel(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayCancelIn);
    await this.tell('/api/job', { command: 'cancel' });
  }

  async emergencyStop(): Promise<void> {
    await this.tell('/api/printer/command', { command: 'M112' });
  }

  async close(): Promise<void> {
    this.watcher = null;
    await this.loop.stop();
  }

  private async hold({ signal, alive }: Session): Promise<void> {
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

  /** Tells what went wrong instead of rejecting: nobody waits for it. */
  private async sweep(): Promise<void> {
    if (this.mode === 'look' || !this.mayControl) return;
    try {
      await this.client.sweep(this.run?.outcome === null ? this.run.remoteName : null);
    } catch (error) {
      this.watcher?.fault(error);
    }
  }

  private async tell(path: string, command: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await this.client.tell(path, command);
    } catch (error) {
      if (!(error instanceof OctoPrintFault || error instanceof CredentialsRefused)) throw error;
      const code = error instanceof OctoPrintFault && error.status === 409 ? 'not_idle' : 'printer_error';
      throw new PrinterRefusal(code, error.message, { cause: error });
    }
  }

  private see(observation: MachineObservation): void {
    this.latest = observation;
    this.watcher?.seen(observation);
  }
}
