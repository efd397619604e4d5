import type { BedOrigin } from './plate.js';
import type { PlateState, PrintAnalysis, PrinterState } from '#libs/contracts';

/** Half-open `[start, end)` in epoch milliseconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** How far a stated time may be off: shares of it. */
export interface TimeError {
  readonly early: number;
  readonly late: number;
}

export interface PlanPrinter {
  readonly id: string;
  readonly state: PrinterState;
  readonly plate: PlateState;
  readonly outOfOrder: boolean;
  readonly model: string;
  /** Millimetres from the front left corner of the plate. */
  readonly bed: { readonly x: number; readonly y: number; readonly z: number };
  readonly bedOrigin: BedOrigin;
  readonly nozzleDiameterMillimetres: number | null;
  readonly loadedMaterial: string | null;
  /** Somebody took the filament out: nothing can be printed on it. */
  readonly isUnloaded?: boolean;
  /** What is left on its spools, less what its running print is going to take; absent where nobody keeps books. */
  readonly spools?: readonly { readonly tool: number; readonly grams: number }[];
  /** False: the whole print must lie within one open period. */
  readonly unattendedAllowed: boolean;
  /**
   * Estimated end of the print on it including clearing, epoch milliseconds; null when it has none. Not null keeps the
   * printer from being given another print, even while it still reports `idle`.
   */
  readonly busyUntil: number | null;
  /** Whose print that is, where known: makes the estimate of a person at the limit exact. */
  readonly currentPersonId?: string | null;
  /** How far stated times are off on this printer; what slicers are usually off by when absent. */
  readonly timeError?: TimeError;
  /** Everything that occupies it: bookings, maintenance, workshops; sorted by start. */
  readonly allocations: readonly Period[];
}

export interface PlanJob {
  readonly id: string;
  readonly personId: string;
  /** Epoch milliseconds. */
  readonly queuedAt: number;
  readonly durationMs: number;
  readonly material: string | null;
  /** Grams that it takes from each place of the printer; absent when the file does not say. */
  readonly gramsByTool?: readonly number[];
  readonly boundingBox: PrintAnalysis['boundingBox'];
  readonly nozzleDiameterMillimetres: number | null;
  /** What it was sliced for; preferred, not demanded. */
  readonly printerModel: string | null;
  /** Honoured as long as that printer is healthy and fits. */
  readonly preferredPrinterId: string | null;
  /** Higher goes first; 0 when absent, as with all that staff have not moved. */
  readonly priority?: number;
}

export interface PlanInput {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly printers: readonly PlanPrinter[];
  readonly jobs: readonly PlanJob[];
  /** When the hub is open, from now as far ahead as plans are wanted. */
  readonly openPeriods: readonly Period[];
  readonly limits: { readonly maxActivePerPerson: number; readonly clearingMinutes: number };
  /** Prints that a person has on printers now; absent is none. */
  readonly activeByPerson: ReadonlyMap<string, number>;
}
