import { Injectable } from '@nestjs/common';
import type { ChangeSpool, CreateSpool, Spool, SpoolChange, SpoolQuery, WeighSpool } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Problem, type Transaction } from '#libs/platform';
import { FilamentDesk, recordSpoolAct } from './filament-desk.js';
import { describeSpool } from './spool-view.js';
import { SpoolRepository, type SpoolRow } from './spool.repository.js';
import { FilamentQueueRepository } from './filament-queue.repository.js';
import { densityOf } from '../analysis/material.js';

/** That of PLA, for a material of which we know nothing. */
const usualDensity = 1.24;

export interface SpoolName {
  hub: string;
  number: number;
}

/** The hub's books of spools. */
@Injectable()
export class SpoolService {
  constructor(
    private readonly clock: Clock,
    private readonly desk: FilamentDesk,
    private readonly spools: SpoolRepository,
    private readonly queue: FilamentQueueRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async list(hub: string, query: SpoolQuery, viewer: Viewer): Promise<Spool[]> {
    const { id } = await this.desk.open(hub, viewer);
    const rows = await this.spools.list({ hubId: id, archived: query.archived === 'true' });
    const promised = await this.queue.promised(id);
    return rows.map((row) => describeSpool(row, promised(row)));
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async show({ hub, number }: SpoolName, viewer: Viewer): Promise<Spool> {
    const { id } = await this.desk.open(hub, viewer);
    const row = await this.spools.find({ hubId: id, number });
    if (row === undefined) throw new Problem('not_found');
    return describeSpool(row, (await this.queue.promised(id))(row));
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async history({ hub, number }: SpoolName, viewer: Viewer): Promise<SpoolChange[]> {
    const { id } = await this.desk.open(hub, viewer);
    const row = await this.spools.find({ hubId: id, number });
    if (row === undefined) throw new Problem('not_found');
    return this.spools.history(row.id);
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async add(hubName: string, { remainingGrams, density, ...facts }: CreateSpool, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    const spool = {
      ...facts,
      density: density ?? densityOf(facts.material) ?? usualDensity,
      startGrams: remainingGrams ?? facts.fullGrams,
      createdAt: this.clock.now(),
    };
    const number = await this.desk.change(hub, async (tx) => {
      const [given] = await this.spools.insert(tx, hub.id, [spool]);
      if (given === undefined) throw new Error('the database gave no number');
      const { id } = await this.lock(tx, { hubId: hub.id, number: given });
      recordSpoolAct(tx, hub.id, { viewer, action: 'spool.add', spoolId: id, details: { number: given } });
      return given;
    });
    return this.show({ hub: hub.id, number }, viewer);
  }

  /** @throws Problem `not_found`, `auth.forbidden` */
  async change({ hub: hubName, number }: SpoolName, changes: ChangeSpool, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    await this.desk.change(hub, async (tx) => {
      const spool = await this.lock(tx, { hubId: hub.id, number });
      await this.spools.change(tx, spool, { ...spool, ...changes });
      recordSpoolAct(tx, hub.id, { viewer, action: 'spool.change', spoolId: spool.id, details: { number } });
    });
    return this.show({ hub: hub.id, number }, viewer);
  }

  /**
   * Says how much is really there.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async weigh({ hub: hubName, number }: SpoolName, weighing: WeighSpool, viewer: Viewer): Promise<Spool> {
    const hub = await this.desk.open(hubName, viewer);
    const { remainingGrams, reason } = weighing;
    await this.desk.change(hub, async (tx) => {
      const { id: spoolId, balanceGrams } = await this.lock(tx, { hubId: hub.id, number });
      const grams = Math.round((remainingGrams - balanceGrams) * 100) / 100;
      await this.spools.correct(tx, hub.id, [{ number, grams, reason, accountId: viewer.accountId }]);
      const details = { number, grams, reason };
      recordSpoolAct(tx, hub.id, { viewer, action: 'spool.weigh', spoolId, details });
    });
    return this.show({ hub: hub.id, number }, viewer);
  }

  private async lock(tx: Transaction, of: { hubId: string; number: number }): Promise<SpoolRow> {
    const spool = await this.spools.lock(tx, of);
    if (spool === undefined) throw new Problem('not_found');
    return spool;
  }
}
