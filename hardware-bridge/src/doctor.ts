import { createAdapter } from './adapters/create-adapter.js';
import type { MachineObservation, PrinterAdapter } from './adapters/printer-adapter.js';
import type { PrinterOptions } from './bridge-options.js';

/** What the doctor found out about one printer; null where an earlier answer makes the question idle. */
export interface Diagnosis {
  readonly slug: string;
  readonly adapter: string;
  readonly reach: boolean;
  readonly credentials: boolean | null;
  readonly read: boolean | null;
  readonly control: boolean | null;
  /** Its state, and what is wrong in the printer's own words. */
  readonly remark: string;
}

const patienceMs = 15_000;

/** What is told of a printer that is not here. */
export const unknownPrinter: Omit<Diagnosis, 'slug' | 'adapter'> = {
  reach: false,
  credentials: null,
  read: null,
  control: null,
  remark: 'the bridge has no such printer',
};

/**
 * Looks at every printer without touching it: can it be reached, does it know us, can it be read, does it obey. All at
 * once, so that one that is switched off costs no more than its own patience.
 */
export function examinePrinters(
  printers: readonly PrinterOptions[],
  {
    machinesDir,
    waitMs = patienceMs,
    adapterFor = (printer) => createAdapter(printer, machinesDir),
  }: {
    machinesDir: string;
    /** How long a printer may take to answer, milliseconds. Default 15,000. */
    waitMs?: number;
    adapterFor?: (printer: PrinterOptions) => PrinterAdapter;
  },
): Promise<Diagnosis[]> {
  return Promise.all(printers.map((printer) => examine(printer, adapterFor(printer), waitMs)));
}

async function examine({ slug, adapter: kind }: PrinterOptions, adapter: PrinterAdapter, waitMs: number) {
  try {
    const seen = await firstAnswer(adapter, waitMs);
    return { slug, adapter: kind, ...judge(seen) };
  } finally {
    await adapter.close();
  }
}

/** The first answer of the printer itself; if there is none, the last word of whoever tried. */
async function firstAnswer(adapter: PrinterAdapter, waitMs: number): Promise<MachineObservation | null> {
  let last: MachineObservation | null = null;
  let answered: () => void = () => undefined;
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const seen = (observation: MachineObservation): void => {
    last = observation;
    if (observation.state !== 'offline' || observation.reason?.code === 'credentials') answered();
  };
  // Opened to the end even when it has answered before: what is half open cannot be closed.
  await adapter.open({ seen, fault: () => undefined }, { mode: 'look' });
  const timer = setTimeout(answered, waitMs);
  await answer;
  clearTimeout(timer);
  return last;
}

function judge(seen: MachineObservation | null): Omit<Diagnosis, 'slug' | 'adapter'> {
  const native = seen?.reason?.native ?? '';
  if (!seen || (seen.state === 'offline' && seen.reason?.code !== 'credentials')) {
    return { reach: false, credentials: null, read: null, control: null, remark: native || 'no answer' };
  }
  if (seen.state === 'offline') {
    return { reach: true, credentials: false, read: null, control: null, remark: native };
  }
  const control = seen.reason?.code !== 'control';
  const remark = native === '' ? seen.state : `${seen.state}: ${native}`;
  return { reach: true, credentials: true, read: seen.state !== 'unknown', control, remark };
}

/** True when a printer needs somebody. */
export function isIll({ reach, credentials, read, control }: Diagnosis): boolean {
  return !reach || credentials === false || read === false || control === false;
}

/** A table for whoever stands at the bridge. */
export function diagnosisTable(diagnoses: readonly Diagnosis[]): string[] {
  const head = ['printer', 'adapter', 'reach', 'credentials', 'read', 'control', ''];
  const rows = diagnoses.map(({ slug, adapter, reach, credentials, read, control, remark }) => [
    slug,
    adapter,
    ...[reach, credentials, read, control].map((answer) => (answer === null ? '-' : answer ? 'yes' : 'NO')),
    remark,
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
