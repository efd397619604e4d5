import { Injectable } from '@nestjs/common';
import type { SpoolmanImport, SpoolmanImported, SpoolmanSpool } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { FilamentDesk } from './filament-desk.js';
import { SpoolRepository, type SpoolRow } from './spool.repository.js';
import { fromSpoolman, toSpoolman, type ExchangedSpool, type ExchangeFault } from './spoolman.js';

/** Takes spools to and from Spoolman, and from one hub to another. Prints and their history stay. */
@Injectable()
export class SpoolExchange {
  constructor(
    private readonly clock: Clock,
    private readonly desk: FilamentDesk,
    private readonly spools: SpoolRepository,
  ) {}

  /**
   * All spools of a hub, those that are put away included.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async exportAll(hubName: string, viewer: Viewer): Promise<SpoolmanSpool[]> {
    const hub = await this.desk.open(hubName, viewer);
    return toSpoolman((await this.spools.list({ hubId: hub.id, archived: true })).map(toExchanged));
  }

  /**
   * Adds spools under the numbers that they have; all of them or none.
   * @throws Problem `not_found`, `auth.forbidden`, `request.invalid` with every fault
   */
  async importAll(hubName: string, items: SpoolmanImport, viewer: Viewer): Promise<SpoolmanImported> {
    const hub = await this.desk.open(hubName, viewer);
    const now = this.clock.now();
    const read = items.map((item, index) => fromSpoolman(item, index, now.toISOString()));
    const added = read.filter((each) => 'number' in each);
    const faults = [...read.filter((each) => 'path' in each), ...repeated(items)];
    await this.desk.change(hub, async (tx) => {
      const taken = new Set(await this.spools.taken(tx, hub.id, added.map(numberOf)));
      const clashes = items.flatMap(({ id }, index) =>
        taken.has(id) ? [fault(index, 'is in the books already')] : [],
      );
      const errors = [...faults, ...clashes];
      if (errors.length > 0) throw new Problem('request.invalid', { errors });
      await this.write(tx, hub.id, { added, viewer, now });
    });
    return { added: added.length };
  }

  private async write(
    tx: Transaction,
    hubId: string,
    { added, viewer, now }: { added: readonly ExchangedSpool[]; viewer: Viewer; now: Date },
  ): Promise<void> {
    const rows = added.map(({ initialGrams, isArchived, createdAt, firstUsedAt, lastUsedAt, ...facts }) => ({
      ...facts,
      startGrams: initialGrams,
      createdAt: new Date(createdAt),
      firstUsedAt: firstUsedAt === null ? null : new Date(firstUsedAt),
      lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
      archivedAt: isArchived ? now : null,
    }));
    await this.spools.insert(tx, hubId, rows);
    const used = added.flatMap(({ number, initialGrams, remainingGrams }) => {
      const grams = Math.round((remainingGrams - initialGrams) * 100) / 100;
      return grams === 0 ? [] : [{ number, grams, reason: 'Spoolman', accountId: viewer.accountId }];
    });
    await this.spools.correct(tx, hubId, used);
    const subject = { subjectType: 'hub' as const, subjectId: hubId };
    const details = { spools: added.length };
    tx.record({ accountId: viewer.accountId, action: 'filament.import', ...subject, details });
  }
}

const numberOf = ({ number }: ExchangedSpool) => number;
const fault = (index: number, message: string): ExchangeFault => ({ path: `${index}.id`, message });

function repeated(items: SpoolmanImport): ExchangeFault[] {
  const seen = new Set<number>();
  return items.flatMap(({ id }, index) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [fault(index, 'is there twice')] : [];
  });
}

function toExchanged({ startGrams, balanceGrams, archivedAt, ...row }: SpoolRow): ExchangedSpool {
  const remainingGrams = Math.max(0, balanceGrams);
  return {
    ...row,
    remainingGrams,
    initialGrams: Math.max(startGrams, remainingGrams),
    createdAt: row.createdAt.toISOString(),
    firstUsedAt: row.firstUsedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    isArchived: archivedAt !== null,
  };
}
