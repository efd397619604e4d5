import { FilamentLeft, type Shortage } from './filament-left.js';
import { mismatchOf, type PrintDemands, type PrinterOffer } from './match-printer.js';
import type { PlanJob, PlanPrinter } from './plan-input.js';

/** What is missing of a shortage. */
const missing = ({ needGrams, leftGrams }: Shortage) => needGrams - leftGrams;

/**
 * Whether a print takes more filament than is loaded in any printer that could make it.
 * @returns the least of the shortages; null when one printer holds enough or keeps no books, and when none could make it
 *   anyway, which is told otherwise
 */
export function loadedShortage(
  job: PrintDemands & Pick<PlanJob, 'gramsByTool'>,
  printers: readonly (PrinterOffer & Pick<PlanPrinter, 'spools'>)[],
): Shortage | null {
  const shortages = printers
    .filter((printer) => mismatchOf(job, printer) === null)
    .map((printer) => new FilamentLeft(printer).shortageFor(job));
  if (shortages.includes(null)) return null;
  return shortages.flatMap((one) => one ?? []).toSorted((a, b) => missing(a) - missing(b))[0] ?? null;
}
