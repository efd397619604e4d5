import type { PrinterCapabilities } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openBambuBench } from './bambu-bench.js';
import { openMoonrakerBench } from './moonraker-bench.js';
import { openOctoPrintBench } from './octoprint-bench.js';
import type { MachineUnderTest, NetworkMachine, PrinterBench } from './printer-bench.js';
import { openPrusaLinkBench } from './prusalink-bench.js';
import { openVirtualBench } from './virtual-bench.js';

const onNetwork = {
  pause: true,
  cancel: true,
  temperatures: true,
  panel: true,
  transfer: true,
  credentials: true,
  camera: true,
};
/** A clock, a file and nobody who could come by. */
const virtual: PrinterCapabilities = {
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
const prusalink = { ...onNetwork, runout: false, shutdown: true, door: false, readOnly: false };
const octoprint = { ...onNetwork, runout: false, shutdown: true, door: false, readOnly: true };
const bambu = { ...onNetwork, runout: true, shutdown: false, door: true, readOnly: true, camera: false };
const moonraker = { ...onNetwork, runout: true, shutdown: true, door: false, readOnly: false };

interface KindOfPrinter<M extends MachineUnderTest> {
  readonly kind: string;
  /** What its adapter must declare; the rules for it are chosen by that. */
  readonly can: PrinterCapabilities;
  readonly open: () => Promise<PrinterBench<M>>;
}

/** Kinds of printer that stand on a network. */
export const networkBenches: KindOfPrinter<NetworkMachine>[] = [
  { kind: 'moonraker', can: moonraker, open: openMoonrakerBench },
  { kind: 'prusalink', can: prusalink, open: openPrusaLinkBench },
  { kind: 'octoprint', can: octoprint, open: openOctoPrintBench },
  { kind: 'bambu', can: bambu, open: openBambuBench },
];

/** A bench for every kind of printer the bridge speaks to. */
export const printerBenches: KindOfPrinter<MachineUnderTest>[] = [
  { kind: 'virtual', can: virtual, open: openVirtualBench },
  ...networkBenches,
];
