import type { PrinterTemperature, PrintOutcome, PrintReference, RejectionCode } from '#libs/contracts';

/** What the machine itself is doing. Whether its plate is empty it does not know: `finished` lasts until the next print. */
export const machineStates = [
  'offline',
  'starting',
  'idle',
  'preparing',
  'printing',
  'paused',
  'attention',
  'cancelling',
  'finished',
  'error',
  'unknown',
] as const;
export type MachineState = (typeof machineStates)[number];

/** Why, in our words and in the maker's. */
export interface MachineReason {
  readonly code: string;
  readonly native: string;
}

/** One print as the machine knows it. */
export interface MachineRun {
  /** The same for as long as it is the same print, also over restarts of machine and bridge; never used again. */
  readonly id: string;
  readonly remoteName: string | null;
  /** From 0 to 1. */
  readonly progress: number;
  readonly etaSeconds: number | null;
  /** Counted by the machine itself; left out where it does not count. */
  readonly filamentMillimetres?: number | undefined;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Null while it goes on. */
  readonly outcome: PrintOutcome | null;
}

export type MachineTemperatures = Pick<PrinterTemperature, 'nozzle' | 'nozzleTarget' | 'bed' | 'bedTarget'>;

export interface MachineObservation {
  readonly state: MachineState;
  readonly reason: MachineReason | null;
  readonly run: MachineRun | null;
  readonly temperatures: MachineTemperatures | null;
  readonly observedAt: string;
}

export interface PrintToStart {
  readonly filePath: string;
  /** The name on the printer: it comes back in observations and tells whose print it is. */
  readonly remoteName: string;
  readonly reference: PrintReference;
}

/** The printer said no, and nothing on it moved. */
export class PrinterRefusal extends Error {
  constructor(
    readonly code: RejectionCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a kind of printer can do and tell. The conformance suite holds every adapter to what it declares. */
export interface PrinterCapabilities {
  readonly pause: boolean;
  readonly cancel: boolean;
  readonly temperatures: boolean;
  /** Says that material has run out. */
  readonly runout: boolean;
  /** Says that a door or cover is open. */
  readonly door: boolean;
  /** Somebody may start a print at the machine itself. */
  readonly panel: boolean;
  /** Shuts itself down when something is wrong, until somebody has looked. */
  readonly shutdown: boolean;
  /** Takes files over the network, where a transfer may break off; we remove them after the print. */
  readonly transfer: boolean;
  /** Wants to know who asks. */
  readonly credentials: boolean;
  /** May let us read and still not obey. */
  readonly readOnly: boolean;
  /** Can be asked for a picture, though it may turn out that no camera is there. */
  readonly camera: boolean;
}

/** The printer has no camera that we may ask. */
export class NoCamera extends Error {}

/** Who is told what an adapter sees. */
export interface PrinterWatcher {
  seen(observation: MachineObservation): void;
  /** Watching itself failed; the adapter goes on trying. */
  fault(error: unknown): void;
}

export type WatchMode = 'drive' | 'look';

/** The print that was last seen on a printer. */
export type KnownRun = Pick<MachineRun, 'id' | 'remoteName' | 'startedAt' | 'outcome' | 'progress'>;

export interface WatchOptions {
  /** `look` leaves everything on the printer as it is; `drive`, the default, also tidies up after prints. */
  readonly mode?: WatchMode;
  /** For printers that give their prints no names: what the bridge saw before it was started again. */
  readonly known?: KnownRun | null;
  /** The id of the print that was last taken off the plate: the machine may still show it. */
  readonly clearedId?: string | null;
}

/**
 * One kind of printer. Commands resolve when the printer has taken them, which is no proof that it obeys: that comes by
 * observation. They reject with {@link PrinterRefusal} when nothing moved; any other error leaves it open.
 */
export interface PrinterAdapter {
  readonly capabilities: PrinterCapabilities;
  /**
   * Begins to watch; hands over what it sees at once and then whenever it changes. Does not wait for the printer.
   */
  open(watcher: PrinterWatcher, options?: WatchOptions): Promise<void>;
  /** Uploads the file and starts it. */
  start(print: PrintToStart): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  cancel(): Promise<void>;
  /** Stops everything at once, heaters too; left out by adapters that cannot. */
  emergencyStop?(): Promise<void>;
  /**
   * What the printer's camera sees now, as the camera sent it; left out by adapters that cannot ask for it. Takes no
   * turn: commands do not wait for it.
   * @throws NoCamera when there is none; any other error when there is no picture this time
   */
  snapshot?(signal: AbortSignal): Promise<Uint8Array>;
  /** Stops watching. The printer goes on by itself. */
  close(): Promise<void>;
}
