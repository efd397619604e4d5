import { Injectable } from '@nestjs/common';
import type { FilamentOverview, FilamentRules, SavedFilamentRules } from '#libs/contracts';
import { isAdminOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { FilamentDesk } from './filament-desk.js';
import { FilamentQueueRepository } from './filament-queue.repository.js';
import { FilamentRulesRepository } from './filament-rules.repository.js';
import { SpoolRepository } from './spool.repository.js';
import { describeSpool } from './spool-view.js';
import { lockHubPlan } from '../planning/lock-hub-plan.js';
import { lowStock } from '../rules/low-stock.js';

/** What staff should know about filament, and what the hub wants to be told. */
@Injectable()
export class FilamentOverviewService {
  constructor(
    private readonly database: Database,
    private readonly desk: FilamentDesk,
    private readonly rules: FilamentRulesRepository,
    private readonly spools: SpoolRepository,
    private readonly queue: FilamentQueueRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async show(hubName: string, viewer: Viewer): Promise<FilamentOverview> {
    const { id } = await this.desk.open(hubName, viewer);
    const rules = await this.rules.of(this.database, id);
    const promised = await this.queue.promised(id);
    const spools = (await this.spools.list({ hubId: id })).map((row) => describeSpool(row, promised(row)));
    const loaded = spools.flatMap(({ number, material, loaded: place, remainingGrams, reservedGrams }) =>
      place === null
        ? []
        : [{ number, material, printer: place.printer, freeGrams: Math.max(0, remainingGrams - reservedGrams) }],
    );
    const shortages = (await this.queue.short(id)).map(({ material, ...job }) => ({
      ...job,
      material,
      spools: loaded
        .filter((spool) => material === null || spool.material.toLowerCase() === material.toLowerCase())
        .map(({ number, printer, freeGrams }) => ({ number, printer, freeGrams })),
    }));
    return { rules, low: lowStock(spools, rules), shortages };
  }

  /**
   * @param by.ifMatch the versions of which one must be the present one
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`
   */
  async setRules(
    hubName: string,
    rules: FilamentRules,
    { viewer, ifMatch }: { viewer: Viewer; ifMatch?: readonly number[] | undefined },
  ): Promise<SavedFilamentRules> {
    const { id, slug } = await this.desk.open(hubName, viewer);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      await lockHubPlan(tx, id);
      const { version } = await this.rules.of(tx, id);
      if (ifMatch?.includes(version) === false) throw new Problem('precondition.failed');
      await this.rules.save(tx, id, rules);
      const subject = { subjectType: 'hub' as const, subjectId: id };
      tx.record({ accountId: viewer.accountId, action: 'filament.set-rules', ...subject, details: { ...rules } });
      tx.changed(slug, 'printers');
    });
    return this.rules.of(this.database, id);
  }
}
