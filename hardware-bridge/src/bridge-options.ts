import type { BridgeLog } from './log.js';

/** Faults a virtual printer shows, for demonstrations and tests; progress from 0 to 1. */
export interface VirtualFaults {
  readonly failAtProgress?: number | undefined;
  readonly runoutAtProgress?: number | undefined;
  readonly rejectStart?: boolean | undefined;
  readonly disconnected?: boolean | undefined;
}

export interface PrinterOptions {
  /** The printer's name in topics; unique within the bridge. */
  readonly slug: string;
  readonly adapter: 'virtual';
  readonly model: string;
  /** How many times faster than its file says a virtual printer prints; 1 is real time. */
  readonly speed: number;
  readonly faults?: VirtualFaults | undefined;
}

export interface BridgeOptions {
  readonly hub: string;
  readonly bridge: string;
  readonly mqtt: {
    readonly url: string;
    readonly username?: string | undefined;
    readonly password?: string | undefined;
  };
  /** Owned by this bridge alone: journal, outbox, downloaded files, virtual machines. Made when missing. */
  readonly dataDir: string;
  readonly printers: readonly PrinterOptions[];
  readonly log: BridgeLog;
}
