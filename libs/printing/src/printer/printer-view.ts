import type { Printer } from '#libs/contracts';
import type { PrinterRow } from './printer.repository.js';

/** A printer as one reader may see it; names of files, ids of jobs and cameras are for staff. */
export function toPrinter(row: PrinterRow, isStaff: boolean): Printer {
  return {
    id: row.id,
    slug: row.slug,
    hub: row.hub,
    name: row.name,
    model: row.model,
    loadedMaterial: row.loadedMaterial,
    state: row.state,
    reason: row.reason,
    plate: row.plate,
    observedAt: row.observedAt?.toISOString() ?? null,
    outOfOrder:
      row.outOfOrderReason === null
        ? null
        : { reason: row.outOfOrderReason, until: row.outOfOrderUntil?.toISOString() ?? null },
    temperatures: row.temperatures,
    hasCamera: isStaff && row.hasCamera,
    current: currentOf(row, isStaff),
  };
}

function currentOf(row: PrinterRow, isStaff: boolean): Printer['current'] {
  if (row.printJobId === null && !row.isLocal) return null;
  const { delayedAt, keptUntil } = row;
  return {
    printJobId: isStaff ? row.printJobId : null,
    fileName: isStaff ? row.fileName : null,
    progress: row.progress ?? 0,
    endsAt: row.estimatedEndAt?.toISOString() ?? null,
    isLocal: row.isLocal,
    delays:
      isStaff && delayedAt !== null ? { startsAt: delayedAt.toISOString(), until: keptUntil.toISOString() } : null,
  };
}
