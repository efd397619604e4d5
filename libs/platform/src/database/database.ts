import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { LiveBus } from '../live/live-bus.js';
import { isTransient } from './constraint-violation.js';
import { rowsOf, Transaction } from './transaction.js';

const maxTries = 4;

/** The way to PostgreSQL for every repository and service. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly liveBus: LiveBus,
  ) {}

  /** For reading entities by key outside any transaction. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Runs SQL outside any transaction.
   * @returns the rows
   */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.dataSource.query(sql, [...parameters]));
  }

  /**
   * Runs `work` in one transaction; its jobs and live events leave after the commit. A deadlock victim is run again,
   * so `work` must do nothing but database work.
   * @throws whatever `work` throws, after the rollback
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (!isTransient(error) || tries === maxTries) throw error;
      }
    }
  }

  private async runOnce<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { result, tx, hasJobs } = await this.dataSource.transaction(async (manager) => {
      const tx = new Transaction(manager);
      const result = await work(tx);
      return { result, tx, hasJobs: await tx.flush(this.clock.now()) };
    });
    if (hasJobs) this.liveBus.announceJobs();
    if (tx.liveEvents.length > 0) this.liveBus.publish(tx.liveEvents);
    return result;
  }
}
