import { DataSource } from 'typeorm';
import { BookingFixture } from '../../../test/support/booking-fixture.js';

let fixture: BookingFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());

interface ColumnRow {
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
}

const typeNames: Record<string, string> = { integer: 'int4', boolean: 'bool' };

it('entities have exactly the columns of their tables, with the same types', async () => {
  for (const entity of fixture.get(DataSource).entityMetadatas) {
    const columns = await fixture.database.query<ColumnRow>(
      `SELECT column_name, udt_name, is_nullable FROM information_schema.columns WHERE table_name = $1 ORDER BY 1`,
      [entity.tableName],
    );
    const declared = entity.columns.map((column) => ({
      column_name: column.databaseName,
      udt_name: `${column.isArray ? '_' : ''}${typeNames[String(column.type)] ?? String(column.type)}`,
      is_nullable: column.isNullable ? 'YES' : 'NO',
    }));
    expect(declared.toSorted((a, b) => (a.column_name < b.column_name ? -1 : 1))).toEqual(columns);
  }
});

it('the calendar refuses a second active row at the same time, whoever writes it', async () => {
  const insert = () =>
    fixture.database.query(
      `INSERT INTO allocation (resource_id, during, kind) VALUES ($1, '[2026-01-12T10:00Z,2026-01-12T11:00Z)', 'workshop')`,
      [fixture.id('studio')],
    );
  await insert();
  await expect(insert()).rejects.toThrow(/allocation_no_overlap/);
});
