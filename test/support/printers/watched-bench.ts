import type { PrinterBench } from './printer-bench.js';
import { WatchedPrinter } from './watched-printer.js';

/** A machine on its bench and the bridge that watches it, idle at first. */
export class WatchedBench<Bench extends PrinterBench> {
  private constructor(
    readonly bench: Bench,
    readonly watched: WatchedPrinter,
  ) {}

  static async open<Bench extends PrinterBench>(openBench: () => Promise<Bench>): Promise<WatchedBench<Bench>> {
    const bench = await openBench();
    const watched = await WatchedPrinter.make();
    await watched.open(bench.adapter());
    await watched.seen('idle');
    return new WatchedBench(bench, watched);
  }

  get machine(): Bench['machine'] {
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
