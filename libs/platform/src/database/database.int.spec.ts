import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { eventually } from '../../../../test/support/eventually.js';
import { LoopbackBus } from '../../../../test/support/loopback-bus.js';
import { FixedClock } from '../clock/clock.js';
import { isRefusedForGood, violatedConstraint } from './constraint-violation.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import type { Transaction } from './transaction.js';

describe('a transaction on PostgreSQL', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let published: unknown[];

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(testDatabase.url)).initialize();
    const bus = new LoopbackBus();
    bus.subscribe((event) => published.push(event));
    database = new Database(dataSource, new FixedClock(new Date('2026-11-21T10:00:00Z')), bus);
    await database.query(`CREATE TABLE till (name text PRIMARY KEY, cents integer NOT NULL)`);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  beforeEach(async () => {
    published = [];
    await database.query(`TRUNCATE till, outbox`);
    await database.query(`INSERT INTO till VALUES ('a', 0), ('b', 0)`);
  });

  const tills = () => database.query(`SELECT name, cents FROM till ORDER BY name`);

  it('runs a deadlock’s victim again, and promises its jobs and events once', async () => {
    let started = 0;
    let tries = 0;
    const addToBoth = (first: string, second: string) =>
      database.transaction(async (tx) => {
        tries += 1;
        await addCent(tx, first);
        started += 1;
        await eventually('both hold their first row', () => started >= 2);
        await addCent(tx, second);
        tx.changed('viitasaari', 'board');
        tx.enqueue('print.plan', { hubId: '019a0000-0000-7000-8000-000000000001' });
      });
    await Promise.all([addToBoth('a', 'b'), addToBoth('b', 'a')]);
    expect(tries).toBe(3);
    expect(await tills()).toEqual([
      { name: 'a', cents: 2 },
      { name: 'b', cents: 2 },
    ]);
    expect(await database.query('SELECT 1 FROM outbox')).toHaveLength(2);
    expect(published).toHaveLength(2);
  });

  it('gives up when the same transaction keeps failing', async () => {
    let tries = 0;
    const hopeless = database.transaction(async (tx) => {
      tries += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    await expect(hopeless).rejects.toThrow('again');
    expect(tries).toBe(4);
  });

  it('is not run again for an ordinary error, whose constraint is known by name', async () => {
    let tries = 0;
    const doubled = database.transaction(async (tx) => {
      tries += 1;
      await addCent(tx, 'a');
      await tx.query(`INSERT INTO till VALUES ('a', 1)`);
    });
    const error: unknown = await doubled.catch((thrown: unknown) => thrown);
    expect(violatedConstraint(error)).toBe('till_pkey');
    expect(tries).toBe(1);
    expect(await tills()).toMatchObject([{ cents: 0 }, { cents: 0 }]);
  });

  it.each([
    ['a value that is none', `SELECT 'many'::integer`, true],
    ['a row that is there', `INSERT INTO till VALUES ('a', 1)`, true],
    ['a failure of the moment', `DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '57P03'; END $$`, false],
  ])('knows whether trying again would help: %s', async (_, statement, isForGood) => {
    const error: unknown = await database.query(statement).catch((thrown: unknown) => thrown);
    expect(isRefusedForGood(error)).toBe(isForGood);
  });

  async function addCent(tx: Transaction, name: string): Promise<void> {
    await tx.query(`UPDATE till SET cents = cents + 1 WHERE name = $1`, [name]);
  }
});
