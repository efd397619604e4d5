import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type EntityMetadata } from 'typeorm';
import { bookingEntities } from '#libs/booking';
import { peopleEntities } from '#libs/people';
import { PlatformModule } from '#libs/platform';
import { printingEntities } from '#libs/printing';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { testConfig } from '../../../test/support/test-config.js';

const entities = [...peopleEntities, ...bookingEntities, ...printingEntities];

interface ColumnRow {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
}

const typeNames: Record<string, string> = { integer: 'int4', bigint: 'int8', real: 'float4', boolean: 'bool' };

let database: TestDatabase;
let testing: TestingModule;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  testing = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(testConfig({ DATABASE_URL: database.url }), entities)],
  }).compile();
  source = testing.get(DataSource, { strict: false });
});

afterAll(async () => {
  await testing.close();
  await database.drop();
});

describe('entities and migrations', () => {
  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s has exactly the columns of its table, with the same types and nullability',
    async (_name, entity) => {
      const metadata = source.getMetadata(entity);
      expect(declaredColumns(metadata)).toEqual(await columnsOf(metadata.tableName));
    },
  );

  it('agree on the primary keys', async () => {
    for (const entity of entities) {
      const metadata = source.getMetadata(entity);
      const rows = await source.query<{ column_name: string }[]>(
        `SELECT a.attname AS column_name FROM pg_index i
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
         WHERE i.indrelid = $1::regclass AND i.indisprimary`,
        [metadata.tableName],
      );
      const declared = metadata.primaryColumns.map((column) => column.databaseName);
      expect([entity.name, rows.map((row) => row.column_name)]).toEqual([entity.name, declared]);
    }
  });
});

function columnsOf(table: string): Promise<ColumnRow[]> {
  return source.query<ColumnRow[]>(
    `SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns
     WHERE table_name = $1 ORDER BY column_name COLLATE "C"`,
    [table],
  );
}

function declaredColumns({ tableName, columns }: EntityMetadata): ColumnRow[] {
  const rows = columns.map((column) => {
    const type = String(column.type);
    return {
      table_name: tableName,
      column_name: column.databaseName,
      udt_name: `${column.isArray ? '_' : ''}${typeNames[type] ?? type}`,
      is_nullable: column.isNullable ? ('YES' as const) : ('NO' as const),
    };
  });
  return rows.toSorted((a, b) => (a.column_name < b.column_name ? -1 : 1));
}
