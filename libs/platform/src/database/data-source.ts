import type { DataSourceOptions } from 'typeorm';
import { Foundation1763700000000 } from './migrations/0001-foundation.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** Migrations in the order in which they run; one that has landed is never edited. */
const migrations = [Foundation1763700000000];

/**
 * How every process reaches PostgreSQL.
 * @param url `postgres://…`
 * @param poolSize connections kept at most
 */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    // Ids come from uuidv7() in the database; TypeORM must not install extensions of its own.
    installExtensions: false,
    applicationName: 'digikeskus',
  };
}
