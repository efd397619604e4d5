import type { PrinterCapabilities } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openMoonrakerBench } from './moonraker-bench.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { openVirtualBench } from './virtual-bench.js';

const onNetwork = { pause: true, cancel: true, temperatures: true, panel: true, transfer: true, credentials: true };
const moonraker = { ...onNetwork, runout: true, shutdown: true, door: false, readOnly: false };

interface NetworkBench {
  readonly kind: string;
  /** What the rules for its kind of printer are chosen by. */
  readonly can: PrinterCapabilities;
  readonly open: () => Promise<PrinterBench<NetworkMachine>>;
}

/** Kinds of printer that stand on a network. */
export const networkBenches: NetworkBench[] = [{ kind: 'moonraker', can: moonraker, open: openMoonrakerBench }];

/** A bench for every kind of printer the bridge speaks to. */
export const printerBenches: { kind: string; open: () => Promise<PrinterBench> }[] = [
  { kind: 'virtual', open: openVirtualBench },
  ...networkBenches,
];
