import { createHash } from 'node:crypto';
import pg from 'pg';

/** A connection keeps each statement's plan; more different texts than this are not statements of ours. */
const maxStatements = 500;

const names = new Map<string, string>();

type Send = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection that lets the server keep the plans of our statements: planning one takes longer than running it.
 * Statements are named by their text, so what is sent for the same name is always the same.
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Send;
    const query: Send = (statement, values, callback) => {
      const name = Array.isArray(values) && values.length > 0 ? nameOf(statement) : undefined;
      return name === undefined
        ? send(statement, values, callback)
        : send({ name, text: statement, values }, undefined, callback);
    };
    this.query = query as typeof this.query;
  }
}

/** @returns undefined for what is not kept */
function nameOf(statement: unknown): string | undefined {
  if (typeof statement !== 'string') return undefined;
  const known = names.get(statement);
  if (known !== undefined || names.size >= maxStatements) return known;
  const name = createHash('sha256').update(statement).digest('hex').slice(0, 32);
  names.set(statement, name);
  return name;
}
