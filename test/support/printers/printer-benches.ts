import type { PrinterBench } from './printer-bench.js';
import { openVirtualBench } from './virtual-bench.js';

/** A bench for every kind of printer the bridge speaks to. */
export const printerBenches: { kind: string; open: () => Promise<PrinterBench> }[] = [
  { kind: 'virtual', open: openVirtualBench },
];
