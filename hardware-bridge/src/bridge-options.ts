import type { BridgeLog } from './log.js';

/** Faults a virtual printer shows, for demonstrations and tests; progress from 0 to 1. */
export interface VirtualFaults {
  readonly failAtProgress?: number | undefined;
  readonly runoutAtProgress?: number | undefined;
  readonly doorAtProgress?: number | undefined;
  readonly rejectStart?: boolean | undefined;
  readonly disconnected?: boolean | undefined;
}

interface AnyPrinter {
  /** The printer's name in topics; unique within the bridge. */
  readonly slug: string;
  readonly model: string;
}

/** Where a single picture is to be had; false for no pictures at all. Left out, the printer itself is asked for it. */
export type CameraChoice = string | false | undefined;

export interface VirtualPrinter extends AnyPrinter {
  readonly adapter: 'virtual';
  /** How many times faster than its file says a virtual printer prints; 1 is real time. */
  readonly speed: number;
  readonly faults?: VirtualFaults | undefined;
}

/** A printer under Klipper. */
export interface MoonrakerPrinter extends AnyPrinter {
  readonly adapter: 'moonraker';
  /** Where Moonraker answers, `http://voron.local:7125`. */
  readonly url: string;
  /** Not needed where Moonraker trusts the network. */
  readonly apiKey?: string | undefined;
  readonly camera?: CameraChoice;
}

/** A printer of Prusa's with its own network interface. */
export interface PrusaLinkPrinter extends AnyPrinter {
  readonly adapter: 'prusalink';
  readonly url: string;
  /** Either the key or the password. */
  readonly apiKey?: string | undefined;
  readonly password?: string | undefined;
  /** Default `maker`, which is what printers call it. */
  readonly username?: string | undefined;
  /** Where it keeps files. Default `usb`. */
  readonly storage?: 'usb' | 'local' | undefined;
  readonly camera?: CameraChoice;
}

/** A printer under OctoPrint. */
export interface OctoPrintPrinter extends AnyPrinter {
  readonly adapter: 'octoprint';
  readonly url: string;
  readonly apiKey: string;
  readonly camera?: CameraChoice;
}

/** A printer of Bambu Lab's, in LAN mode. */
export interface BambuPrinter extends AnyPrinter {
  readonly adapter: 'bambu';
  /** Its name or address in the hub's network. */
  readonly host: string;
  /** As it stands on the printer, in capitals: its topics and its certificate are called so. */
  readonly serial: string;
  readonly accessCode: string;
  /** SHA-256 of its certificate; left out, any certificate of that serial is believed. */
  readonly fingerprint?: string | undefined;
  /** The slot of the AMS for each filament of a file; left out, the spool at the back is printed from. */
  readonly amsMapping?: readonly number[] | undefined;
  /** Where it answers when something stands in between. Default 8883 and 990. */
  readonly ports?: { readonly mqtt: number; readonly ftps: number } | undefined;
}

export type PrinterOptions = VirtualPrinter | MoonrakerPrinter | PrusaLinkPrinter | OctoPrintPrinter | BambuPrinter;

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
  /** Reads the printers anew; left out where they never change. Throws when they cannot be used as they are written. */
  readonly reload?: (() => readonly PrinterOptions[] | Promise<readonly PrinterOptions[]>) | undefined;
  /** Some of the printers come from the server, which may have changed them while this bridge was away. */
  readonly reloadsOnConnect?: boolean | undefined;
  /** Whether Home Assistant is told of the printers; undefined, or left out, leaves that as it was. */
  readonly homeAssistant?: (() => boolean | undefined) | undefined;
  readonly log: BridgeLog;
}
