import { Database, type ColumnFate } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

/** Columns by whose name they could be about a person, besides those that refer to an account. */
const personalNames =
  'mail|name|phone|purpose|note|reason|recipient|subject|text|payload|details|address|birth|guardian|agent|account_id';

let api: RunningApi;
let fates: Map<string, ColumnFate>;
let claims: string[];

beforeAll(async () => {
  api = await RunningApi.start();
  const columns = api
    .get(PersonalDataRegistry)
    .holders()
    .flatMap((holder) => Object.entries(holder.columns));
  const all = columns.flatMap(([table, of]) =>
    Object.entries(of).map(([column, fate]) => [`${table}.${column}`, fate] as const),
  );
  fates = new Map(all);
  claims = columns.map(([table]) => table);
});
afterAll(() => api.remove());

const columnsWhere = async (condition: string, parameters: unknown[] = []): Promise<string[]> => {
  const rows = await api.get(Database).query<{ name: string }>(
    `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND (${condition}) ORDER BY 1`,
    parameters,
  );
  return rows.map(({ name }) => name);
};

const referring = `(c.table_name, c.column_name) IN (
  SELECT r.relname, a.attname FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
  WHERE k.contype = 'f' AND k.confrelid = 'account'::regclass)`;

describe('the registry of personal data', () => {
  it('knows what erasure does with every column that refers to an account', async () => {
    const columns = await columnsWhere(referring);
    expect(columns.length).toBeGreaterThan(10);
    expect(columns.filter((name) => !fates.has(name))).toEqual([]);
  });

  it('knows what erasure does with every column that could be about a person', async () => {
    const columns = await columnsWhere(`c.column_name ~ $1`, [personalNames]);
    expect(columns).toContain('account.email');
    expect(columns.filter((name) => !fates.has(name))).toEqual([]);
  });

  it('has one answer for every table', () => {
    expect(claims.filter((table, index) => claims.indexOf(table) !== index)).toEqual([]);
  });

  it('names no column that is not there', async () => {
    const columns = new Set(await columnsWhere('true'));
    expect([...fates.keys()].filter((name) => !columns.has(name))).toEqual([]);
  });
});
