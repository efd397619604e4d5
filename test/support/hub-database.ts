import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestHub } from './hub.js';

/** Says something to a running hub's embedded database, behind the hub's back. */
export async function tellDatabase<Row>(
  hub: TestHub,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const { postgresPassword } = JSON.parse(await readFile(join(hub.dataDir, 'secrets.json'), 'utf8')) as {
    postgresPassword: string;
  };
  const port = (await readFile(join(hub.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const address = { host: '127.0.0.1', port: Number(port), database: 'postgres' };
  const client = new pg.Client({ ...address, user: 'digikeskus', password: postgresPassword });
  await client.connect();
  try {
    return (await client.query(sql, [...parameters])).rows as Row[];
  } finally {
    await client.end();
  }
}
