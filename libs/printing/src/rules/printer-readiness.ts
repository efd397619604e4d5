import type { PrinterState } from '#libs/contracts';
import type { OpenHours } from './open-hours.js';
import type { Period, PlanPrinter } from './plan-input.js';

/** `away`: not to be counted on. `plate`: a part lies on it. `busy`: it prints, or nearly. `ready`: may start now. */
export type Readiness = 'ready' | 'plate' | 'busy' | 'away';

const awayStates: ReadonlySet<PrinterState> = new Set<PrinterState>(['offline', 'error', 'unknown']);

export function readinessOf(printer: PlanPrinter): Readiness {
  if (printer.outOfOrder || awayStates.has(printer.state)) return 'away';
  if (printer.busyUntil !== null) return 'busy';
  if (printer.state === 'awaiting_clear') return 'plate';
  if (printer.state !== 'idle') return 'busy';
  return printer.plate === 'clear' ? 'ready' : 'plate';
}

export interface ReadyContext {
  readonly now: number;
  readonly clearingMs: number;
  readonly openHours: OpenHours;
}

/** From when the printer may be given a print, and what else occupies it after that. */
export interface Availability {
  readonly readiness: Readiness;
  readonly from: number;
  readonly allocations: readonly Period[];
}

/**
 * The allocation that covers this moment on a printer that is not ready is the print that runs on it, or ran: it
 * belongs to the printer's being busy and must not be told to the next person as somebody's booking.
 */
export function availabilityOf(printer: PlanPrinter, { now, clearingMs, openHours }: ReadyContext): Availability {
  const readiness = readinessOf(printer);
  const ahead = printer.allocations.filter(({ end }) => end > now);
  if (readiness === 'ready') return { readiness, from: now, allocations: ahead };
  const printEnd = Math.max(now, (printer.busyUntil ?? now + clearingMs) - clearingMs);
  const heldUntil = ahead.filter(({ start }) => start <= now).map(({ end }) => end);
  return {
    readiness,
    from: Math.max(openHours.clearedAt(printEnd, clearingMs), ...heldUntil),
    allocations: ahead.filter(({ start }) => start > now),
  };
}
