import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a virtual printer remembers, read from its own file. */
interface Machine {
  run: { end: object | null } | null;
  starts: { remoteName: string }[];
}

/** The machines of a bridge with virtual printers: they, and nobody else, know what was ever started. */
export class PrintMachines {
  constructor(private readonly bridgeDir: string) {}

  /** How many times a job was started, on whichever of the printers and under whichever attempt. */
  startsOf(printJobId: string, printers: readonly string[]): number {
    const names = printers.flatMap((printer) => this.read(printer).starts.map(({ remoteName }) => remoteName));
    return names.filter((name) => name.startsWith(printJobId)).length;
  }

  /** Whether the last print on a printer is over. */
  hasEnded(printer: string): boolean {
    return (this.read(printer).run?.end ?? null) !== null;
  }

  private read(printer: string): Machine {
    const path = join(this.bridgeDir, 'virtual', `${printer}.json`);
    // It is written when a machine first prints.
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Machine) : { run: null, starts: [] };
  }
}
