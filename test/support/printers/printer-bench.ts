import type { PrinterOptions } from '../../../hardware-bridge/src/bridge-options.js';
import type { PrinterAdapter } from '../../../hardware-bridge/src/adapters/printer-adapter.js';

/** What fate and people do to a machine that was started. Resolves when it is done, not when anybody has noticed. */
export interface MachineUnderTest {
  /** The names of all prints it was ever told to start, in order. */
  starts(): Promise<readonly string[]>;
  /** Its heaters are hot: it lays the first lines. */
  heatUp(): Promise<void>;
  /** It has done this share of the print. */
  printTo(progress: number): Promise<void>;
  /** The print on it comes to its end. */
  finish(): Promise<void>;
  /** A cancelling that goes on comes to its end. */
  endCancelling(): Promise<void>;
  /** The print fails by itself. */
  fail(): Promise<void>;
  /** Nobody reaches it, while it goes on. */
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  runOut(): Promise<void>;
  /** Somebody puts a camera beside it; it sees this. Null takes it away. */
  see?(picture: Uint8Array | null): Promise<void>;
  /** Somebody opens the door or takes the cover off. */
  openDoor?(): Promise<void>;
}

/** What can happen to a machine that is on a network, has a panel and a mind of its own. */
export interface NetworkMachine extends MachineUnderTest {
  /** Files of ours that are on it. */
  files(): Promise<readonly string[]>;
  /** Somebody starts a print at the machine; @returns its name there */
  printLocally(name?: string): Promise<string>;
  /** Shows a state that is in no book. */
  showUnknown(native: string): Promise<void>;
  /** Breaks the next transfer off in its middle. */
  breakNextUpload(): Promise<void>;
  /** Takes our credentials away, and gives them back. */
  forbid(): Promise<void>;
  allow(): Promise<void>;
  /** Stops everything until somebody has looked. */
  shutDown?(): Promise<void>;
  /** Lets us read and nothing else. */
  onlyLetRead?(): Promise<void>;
}

/** One printer with its adapter. */
export interface PrinterBench<M extends MachineUnderTest = MachineUnderTest> {
  readonly machine: M;
  /** As it stands in the bridge's settings. */
  readonly options: PrinterOptions;
  /** A new adapter, as after a restart of the bridge. The one before must have been closed. */
  adapter(): PrinterAdapter;
  close(): Promise<void>;
}
