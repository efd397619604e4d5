import type { Spool } from '#libs/contracts';
import type { SpoolRow } from './spool.repository.js';

/**
 * A spool as people see it.
 * @param queuedGrams promised to queued prints
 */
export function describeSpool(row: SpoolRow, queuedGrams: number): Spool {
  const { startGrams: _start, balanceGrams, runningGrams, printerId: _id, printer, tool, ...facts } = row;
  return {
    ...facts,
    // More was taken than was thought to be there: nothing is left, and staff put it right by weighing.
    remainingGrams: Math.max(0, balanceGrams),
    reservedGrams: rounded(runningGrams + queuedGrams),
    loaded: printer === null || tool === null ? null : { printer, tool },
    firstUsedAt: facts.firstUsedAt?.toISOString() ?? null,
    lastUsedAt: facts.lastUsedAt?.toISOString() ?? null,
    archivedAt: facts.archivedAt?.toISOString() ?? null,
    createdAt: facts.createdAt.toISOString(),
  };
}

const rounded = (grams: number) => Math.round(grams * 100) / 100;
