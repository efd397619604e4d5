import { randomInt } from 'node:crypto';
import type { BambuPrinter } from '../../bridge-options.js';
import { NetworkPrinter, type PrintCommand } from '../network/network-printer.js';
import { refuseUnlessFree } from '../network/refuse-start.js';
import { pause, type Session } from '../network/session-loop.js';
import {
  PrinterRefusal,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchOptions,
} from '../printer-adapter.js';
import { BambuFiles } from './bambu-files.js';
import { bambuPace, type BambuPace } from './bambu-pace.js';
import { acceptedMs, followReport, recallRun, type BambuRun } from './bambu-run.js';
import { BambuFault, BambuSession } from './bambu-session.js';
import { isAtWork, readBambuStatus, type BambuStatus } from './bambu-status.js';
import { observeBambu } from './observe-bambu.js';
import { startProject } from './start-project.js';

const bambuCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  runout: true,
  door: true,
  panel: true,
  // What it takes for serious it shows as a fault, and its print is paused.
  shutdown: false,
  transfer: true,
  credentials: true,
  readOnly: true,
  camera: false,
};

const commandNames: Readonly<Record<PrintCommand, string>> = { pause: 'pause', resume: 'resume', cancel: 'stop' };
/** Set in `fun` when commands must be signed by the maker's own programs. */
const signedCommandsOnly = 0x2000_0000n;
/** A task's number has to fit the printer's own. */
const tasks = 2 ** 31 - 1;

/** A print that the printer has taken and does not show yet. */
interface Accepted {
  readonly taskId: string;
  readonly untilMs: number;
}

/** A printer of Bambu Lab's in LAN mode: it reports over its own MQTT broker, and takes files over FTP in TLS. */
export class BambuAdapter extends NetworkPrinter {
  override readonly capabilities = bambuCapabilities;
  private readonly patience: BambuPace;
  private readonly files: BambuFiles;
  private session: BambuSession | null = null;
  private run: BambuRun | null = null;
  /** The print we have asked to cancel. */
  private cancellingId: string | null = null;
  private accepted: Accepted | null = null;
  private mayControl = true;

  constructor(
    private readonly printer: BambuPrinter,
    pace: Partial<BambuPace> = {},
  ) {
    const patience = { ...bambuPace, ...pace };
    super(patience);
    this.patience = patience;
    this.files = new BambuFiles(printer, patience.connectMs);
  }

  override async open(watcher: PrinterWatcher, options: WatchOptions = {}): Promise<void> {
    this.run = recallRun(options, Date.now());
    await super.open(watcher, options);
  }

  protected override async print(print: PrintToStart): Promise<void> {
    const file = await this.files.upload(print);
    // Somebody may have been faster at the machine, and some stop what they print to begin this.
    refuseUnlessFree(this.latest.state);
    const taskId = String(randomInt(1, tasks));
    const project = startProject({ file, name: print.remoteName, taskId, amsMapping: this.printer.amsMapping });
    await this.tell('project_file', project);
    this.accepted = { taskId, untilMs: Date.now() + acceptedMs };
    this.look();
  }

  protected override async command(command: PrintCommand): Promise<void> {
    const before = this.cancellingId;
    if (command === 'cancel') this.cancellingId = this.run?.id ?? null;
    try {
      await this.tell(commandNames[command]);
    } catch (error) {
      this.cancellingId = before;
      throw error;
    } finally {
      this.look();
    }
  }

  protected override async sweep(): Promise<void> {
    if (this.mode === 'look' || !this.mayControl) return;
    try {
      await this.files.sweep(this.run?.outcome === null ? this.run.remoteName : null);
    } catch (error) {
      this.watcher?.fault(error);
    }
  }

  protected override async hold({ signal, alive }: Session): Promise<void> {
    const session = await BambuSession.open(this.printer, this.patience);
    const stop = (): void => session.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      if (!signal.aborted) await Promise.race([session.lost, this.watch(session, { signal, alive })]);
    } finally {
      this.session = null;
      signal.removeEventListener('abort', stop);
      session.close();
    }
  }

  /** Shows nothing before it knows whether the printer obeys: one that does not looks well in all else. */
  private async watch(session: BambuSession, { signal, alive }: Session): Promise<void> {
    const told = new Promise<BambuStatus>((resolve) => {
      session.onReport = () => {
        const status = readBambuStatus(session.report);
        if (status) resolve(status);
      };
    });
    await session.askForAll();
    this.mayControl = await this.obeys(session, await told);
    this.session = session;
    session.onReport = () => {
      alive();
      this.look();
    };
    this.look();
    if (!this.starting) void this.sweep();
    while (!signal.aborted) {
      await pause(this.patience.askAllMs, signal);
      await session.askForAll();
    }
  }

  /** Printers that do not tell are asked to print as fast as they do already. */
  private async obeys(session: BambuSession, status: BambuStatus): Promise<boolean> {
    if (status.fun !== undefined) return (BigInt(`0x${status.fun}`) & signedCommandsOnly) === 0n;
    if (status.spd_lvl === undefined || isAtWork(status)) return true;
    try {
      await session.command('print_speed', { param: String(status.spd_lvl) });
      return true;
    } catch (error) {
      if (error instanceof BambuFault) return !error.isReadOnly;
      throw error;
    }
  }

  private look(): void {
    const status = this.session && readBambuStatus(this.session.report);
    if (!status) return;
    const nowMs = Date.now();
    const before = this.run;
    const cancelling = before !== null && before.id === this.cancellingId;
    this.run = followReport(before, status, { cancelling, nowMs });
    if (this.run?.outcome !== null) this.cancellingId = null;
    if (this.accepted && (this.accepted.taskId === status.subtask_id || this.accepted.untilMs < nowMs)) {
      this.accepted = null;
    }
    this.see(
      observeBambu(status, {
        run: this.run,
        cancelling: this.run !== null && this.run.id === this.cancellingId,
        starting: this.accepted !== null,
        mayControl: this.mayControl,
        nowMs,
      }),
    );
    const ended = before?.outcome === null && this.run?.outcome !== null;
    if (ended && !this.starting) void this.sweep();
  }

  /** @throws PrinterRefusal when the printer says no; any other error leaves open what it did */
  private async tell(command: string, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { session } = this;
    if (!session) throw new PrinterRefusal('printer_offline', 'The printer is not connected');
    try {
      await session.command(command, fields);
    } catch (error) {
      if (!(error instanceof BambuFault)) throw error;
      if (error.isReadOnly) this.mayControl = false;
      throw new PrinterRefusal('printer_error', error.message, { cause: error });
    }
  }
}
