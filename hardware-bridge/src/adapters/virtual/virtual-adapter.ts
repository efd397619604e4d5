import { join } from 'node:path';
import type { VirtualFaults, VirtualPrinter } from '../../bridge-options.js';
import { SerialQueue } from '../../serial-queue.js';
import {
  PrinterRefusal,
  type PrinterAdapter,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchMode,
  type WatchOptions,
} from '../printer-adapter.js';
import { drawPicture } from './draw-picture.js';
import { readMachine, writeMachine } from './machine-file.js';
import {
  advance,
  endRun,
  isBusy,
  newMachine,
  newRun,
  observe,
  pauseRun,
  resumeRun,
  type VirtualMachine,
  type VirtualRun,
} from './machine.js';
import { printDurationMs } from './print-duration.js';

const tickMs = 200;

/** Nobody stands at it, nothing has to travel to it, and it trusts everyone. */
const virtualCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  runout: true,
  door: true,
  panel: false,
  shutdown: false,
  transfer: false,
  credentials: false,
  readOnly: false,
  camera: true,
};

/**
 * A simulated printer. Its machine lives in a file and by the wall clock, so that it goes on, as a real one does, while
 * the bridge is dead.
 */
export class VirtualAdapter implements PrinterAdapter {
  readonly capabilities = virtualCapabilities;
  private readonly path: string;
  private readonly turns = new SerialQueue();
  private machine: VirtualMachine = newMachine;
  private faults: VirtualFaults;
  private watcher: PrinterWatcher | null = null;
  private mode: WatchMode = 'drive';
  private timer: NodeJS.Timeout | undefined;

  /** @param now wall clock in milliseconds */
  constructor(
    private readonly printer: VirtualPrinter,
    machinesDir: string,
    private readonly now: () => number = Date.now,
  ) {
    this.path = join(machinesDir, `${printer.slug}.json`);
    this.faults = printer.faults ?? {};
  }

  async open(watcher: PrinterWatcher, { mode = 'drive' }: WatchOptions = {}): Promise<void> {
    this.watcher = watcher;
    this.mode = mode;
    this.machine = await readMachine(this.path);
    await this.look();
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => watcher.fault(error));
    }, tickMs);
  }

  /** Makes the printer show these faults, and no others, from now on; in the print that goes on, too. */
  inject(faults: VirtualFaults): Promise<void> {
    return this.turns.run(async () => {
      this.faults = faults;
      const machine = advance(this.machine, this.now());
      const { runoutAtProgress = null, doorAtProgress = null, failAtProgress = null } = faults;
      const run = machine.run && { ...machine.run, runoutAtProgress, doorAtProgress, failAtProgress };
      await this.keep(advance({ ...machine, run }, this.now()));
      this.tell();
    });
  }

  /** Moves the machine on to now and tells what is to be seen. */
  look(): Promise<void> {
    return this.turns.run(async () => {
      await this.keep(advance(this.machine, this.now()));
      this.tell();
    });
  }

  start(print: PrintToStart): Promise<void> {
    return this.turns.run(async () => {
      this.reach();
      if (this.faults.rejectStart) throw new PrinterRefusal('printer_error', 'The printer refuses the file');
      if (isBusy(advance(this.machine, this.now()))) throw new PrinterRefusal('not_idle', 'The printer is printing');
      const durationMs = await printDurationMs(print.filePath);
      const nowMs = this.now();
      const run = newRun(print, { durationMs, speed: this.printer.speed, startedAtMs: nowMs, faults: this.faults });
      const start = {
        remoteName: run.remoteName,
        startToken: run.reference.startToken,
        at: new Date(nowMs).toISOString(),
      };
      await this.keep({ run, starts: [...this.machine.starts, start] });
      this.tell();
    });
  }

  pause(): Promise<void> {
    return this.change(pauseRun);
  }

  resume(): Promise<void> {
    return this.change(resumeRun);
  }

  cancel(): Promise<void> {
    return this.change((run, nowMs) => ({ ...run, cancelledAtMs: run.cancelledAtMs ?? nowMs }));
  }

  emergencyStop(): Promise<void> {
    return this.turns.run(async () => {
      this.reach();
      const { run, starts } = advance(this.machine, this.now());
      const reason = { code: 'person', native: 'emergency stop' };
      if (run && !run.end) await this.keep({ run: endRun(run, this.now(), 'failed', reason), starts });
      this.tell();
    });
  }

  async snapshot(): Promise<Uint8Array> {
    this.reach();
    return drawPicture(observe(advance(this.machine, this.now()), this.now()));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.turns.idle();
    this.watcher = null;
  }

  private change(apply: (run: VirtualRun, nowMs: number) => VirtualRun): Promise<void> {
    return this.turns.run(async () => {
      this.reach();
      const nowMs = this.now();
      const machine = advance(this.machine, nowMs);
      if (!machine.run || machine.run.end) throw new PrinterRefusal('printer_error', 'The printer prints nothing');
      await this.keep({ ...machine, run: apply(machine.run, nowMs) });
      this.tell();
    });
  }

  private reach(): void {
    if (this.faults.disconnected) throw new PrinterRefusal('printer_offline', 'The printer does not answer');
  }

  private async keep(machine: VirtualMachine): Promise<void> {
    if (machine === this.machine) return;
    // The machine's file belongs to the bridge that drives it.
    if (this.mode === 'drive') await writeMachine(this.path, machine);
    this.machine = machine;
  }

  private tell(): void {
    const nowMs = this.now();
    if (this.faults.disconnected) {
      const observedAt = new Date(nowMs).toISOString();
      this.watcher?.seen({ state: 'offline', reason: null, run: null, temperatures: null, observedAt });
    } else {
      this.watcher?.seen(observe(this.machine, nowMs));
    }
  }
}
