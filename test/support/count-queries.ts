import type { DataSource } from 'typeorm';

/** Counts the statements that `work` sends. */
export async function countQueries(source: DataSource, work: () => Promise<unknown>): Promise<number> {
  const before = source.logger;
  const counter = { queries: 0 };
  const silent = () => undefined;
  source.logger = {
    logQuery: () => (counter.queries += 1),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return counter.queries;
}
