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
import { usualPace, type Pace } from './pace.js';
import { unreachable, unseen } from './printer-unreachable.js';
import { mayCancelIn, mayPauseIn, mayResumeIn, refuseUnlessFree, refuseUnlessPrinting } from './refuse-start.js';
import { SessionLoop, type Session } from './session-loop.js';

export type PrintCommand = 'pause' | 'resume' | 'cancel';

const possibleIn = { pause: mayPauseIn, resume: mayResumeIn, cancel: mayCancelIn };

/** What all adapters of printers on a network do alike: keep a session, and look before they command. */
export abstract class NetworkPrinter implements PrinterAdapter {
  abstract readonly capabilities: PrinterCapabilities;
  protected readonly pace: Pace;
  protected watcher: PrinterWatcher | null = null;
  protected mode: WatchMode = 'drive';
  protected latest: MachineObservation = unseen('unknown', null, 0);
  /** A file is on its way to the printer. */
  protected starting = false;
  private readonly loop: SessionLoop;

  constructor(pace: Partial<Pace>) {
    this.pace = { ...usualPace, ...pace };
    this.loop = new SessionLoop(
      (session) => this.hold(session),
      (error) => this.see(unreachable(error, Date.now())),
      this.pace,
    );
  }

  /** Watches the printer for as long as it can be reached; rejects with the reason it no longer can. */
  protected abstract hold(session: Session): Promise<void>;

  /**
   * Brings the file to the printer and starts it.
   * @throws PrinterRefusal when nothing was started; any other error leaves that open
   */
  protected abstract print(print: PrintToStart): Promise<void>;

  /** @throws PrinterRefusal when the printer says no; any other error leaves open what it did */
  protected abstract command(command: PrintCommand): Promise<void>;

  /** Removes our files from the printer, but for the one that is printed. Never rejects: nobody waits for it. */
  protected abstract sweep(): Promise<void>;

  async open(watcher: PrinterWatcher, { mode = 'drive' }: WatchOptions = {}): Promise<void> {
    [this.watcher, this.mode] = [watcher, mode];
    this.loop.start();
  }

  async start(print: PrintToStart): Promise<void> {
    refuseUnlessFree(this.starting ? 'preparing' : this.latest.state);
    this.starting = true;
    try {
      await this.print(print);
    } catch (error) {
      this.starting = false;
      if (error instanceof PrinterRefusal) await this.sweep();
      throw error;
    } finally {
      this.starting = false;
    }
  }

  pause(): Promise<void> {
    return this.commandIfPossible('pause');
  }

  resume(): Promise<void> {
    return this.commandIfPossible('resume');
  }

  cancel(): Promise<void> {
    return this.commandIfPossible('cancel');
  }

  async close(): Promise<void> {
    this.watcher = null;
    await this.loop.stop();
  }

  protected see(observation: MachineObservation): void {
    this.latest = observation;
    this.watcher?.seen(observation);
  }

  private async commandIfPossible(command: PrintCommand): Promise<void> {
    refuseUnlessPrinting(this.latest.state, possibleIn[command]);
    await this.command(command);
  }
}
