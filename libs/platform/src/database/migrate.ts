import pg from 'pg';
import { DataSource } from 'typeorm';
import { runMigrations as runQueueMigrations } from 'bullmq';
import { dataSourceOptions } from './data-source.js';
import { queueSchema } from '../queue/queue-backend.js';

/** Any number will do as long as every replica takes the same one. */
const migrationLock = 7_044_128;

/**
 * Brings the database to the newest schema: ours, and the queue's when PostgreSQL carries it.
 * Replicas that start together wait for each other.
 * @param url `postgres://…`
 * @param withQueue whether the queue lives in PostgreSQL
 */
export async function migrate(url: string, withQueue: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await connect(client);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const dataSource = await new DataSource(dataSourceOptions(url, { poolSize: 2 })).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    if (withQueue) await runQueueMigrations(client, queueSchema);
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new Error(`The database of DATABASE_URL cannot be reached: ${message || (code ?? '')}.`, { cause: error });
  }
}
