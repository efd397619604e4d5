import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { LoopbackBus } from '../../../../test/support/loopback-bus.js';
import { FixedClock } from '../clock/clock.js';
import { dataSourceOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';

describe('a transaction', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  const published: unknown[] = [];

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(testDatabase.url)).initialize();
    const bus = new LoopbackBus();
    bus.subscribe((event) => published.push(event));
    database = new Database(dataSource, new FixedClock(new Date('2026-11-21T10:00:00Z')), bus);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  const bookingId = '019a0000-0000-7000-8000-000000000001';

  it('leaves no job and no live event behind when it fails', async () => {
    const failing = database.transaction(async (tx) => {
      tx.enqueue('booking.advance', { bookingId });
      tx.changed('viitasaari', 'board');
      await tx.query('SELECT 1');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('SELECT * FROM outbox')).toEqual([]);
    expect(published).toEqual([]);
  });

  it('keeps its jobs as rows and tells the screens once per topic after the commit', async () => {
    await database.transaction(async (tx) => {
      tx.enqueue('booking.advance', { bookingId }, { runAt: new Date('2026-11-21T11:00:00Z') });
      tx.changed('viitasaari', 'board', 'bookings');
      tx.changed('viitasaari', 'board');
    });
    expect(await database.query('SELECT job_name, payload, run_at FROM outbox')).toEqual([
      { job_name: 'booking.advance', payload: { bookingId }, run_at: new Date('2026-11-21T11:00:00Z') },
    ]);
    expect(published).toEqual([
      { topic: 'board', hub: 'viitasaari' },
      { topic: 'bookings', hub: 'viitasaari' },
    ]);
  });

  it('refuses to change what the audit log says', async () => {
    await database.transaction(async (tx) => {
      tx.record({ accountId: null, action: 'hub.change', subjectType: 'hub', subjectId: bookingId });
    });
    await expect(database.query('DELETE FROM audit_entry')).rejects.toThrow(/append-only/);
    await expect(database.query(`UPDATE audit_entry SET action = 'x'`)).rejects.toThrow(/append-only/);
  });
});
