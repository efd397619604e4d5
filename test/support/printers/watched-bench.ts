import type { MachineUnderTest, PrinterBench } from './printer-bench.js';
import { WatchedPrinter } from './watched-printer.js';

/** A machine on its bench and the bridge that watches it, idle at first. */
export class WatchedBench<Machine extends MachineUnderTest> {
  private constructor(
    readonly bench: PrinterBench<Machine>,
    readonly watched: WatchedPrinter,
  ) {}

  static async open<Machine extends MachineUnderTest>(
    openBench: () => Promise<PrinterBench<Machine>>,
  ): Promise<WatchedBench<Machine>> {
    const bench = await openBench();
    const watched = await WatchedPrinter.make();
    await watched.open(bench.adapter());
    await watched.seen('idle');
    return new WatchedBench(bench, watched);
  }

  get machine(): Machine {
    return this.bench.machine;
  }

  /** Starts a print and waits until the machine is hot. */
  async printing() {
    const print = await this.watched.start();
    await this.machine.heatUp();
    await this.watched.seen('printing');
    return print;
  }

  async close(): Promise<void> {
    await this.watched.close();
    await this.bench.close();
  }
}
