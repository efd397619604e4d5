import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type pg from 'pg';

/**
 * Where a word is found in a database, in whatever case: every table of every schema, every column, binary ones too.
 * @returns `schema.table`, in order
 */
export async function tracesInDatabase(client: pg.Client, word: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const upperFirst = word[0]?.toUpperCase() + word.slice(1);
  const spellings = [word, ...[word, upperFirst].map((text) => Buffer.from(text).toString('hex'))];
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${name} t WHERE t::text ILIKE ANY ($1) LIMIT 1`, [
      spellings.map((spelling) => `%${spelling}%`),
    ]);
    if (rowCount === 1) found.push(name);
  }
  return found;
}

/** @returns paths below the folder of files whose name or content has the word */
export async function tracesInFiles(folder: string, word: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hits = await Promise.all(
    files.map(async (file) => file.includes(word) || (await contentOfFile(file)).toLowerCase().includes(word)),
  );
  return files.filter((_file, index) => hits[index]);
}

/** @returns nothing for a file that was deleted while it was looked for */
async function contentOfFile(file: string): Promise<string> {
  return readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** @returns keys that have the word in their name or in what they hold */
export async function tracesInRedis(url: string, word: string): Promise<string[]> {
  const redis = new Redis(url);
  try {
    const keys = await redis.keys('*');
    const dumps = await Promise.all(keys.map((key) => contentOf(redis, key)));
    return keys.filter((key, index) => `${key}${dumps[index]}`.toLowerCase().includes(word));
  } finally {
    redis.disconnect();
  }
}

async function contentOf(redis: Redis, key: string): Promise<string> {
  const type = await redis.type(key);
  if (type === 'string') return (await redis.get(key)) ?? '';
  if (type === 'hash') return JSON.stringify(await redis.hgetall(key));
  if (type === 'list') return JSON.stringify(await redis.lrange(key, 0, -1));
  if (type === 'set') return JSON.stringify(await redis.smembers(key));
  if (type === 'zset') return JSON.stringify(await redis.zrange(key, 0, -1));
  return type === 'stream' ? JSON.stringify(await redis.xrange(key, '-', '+')) : '';
}
