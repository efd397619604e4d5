import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How warm printers have been. */
export class PrinterTemperatures1765050000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE printer_temperature');
  }
}

const statements = `
CREATE TABLE printer_temperature (
  printer_id uuid NOT NULL REFERENCES printer ON DELETE CASCADE,
  -- Beginning of the ten seconds that the row is about; degrees Celsius.
  at timestamptz NOT NULL,
  nozzle real NOT NULL,
  nozzle_min real NOT NULL,
  nozzle_max real NOT NULL,
  nozzle_target real NOT NULL,
  bed real NOT NULL,
  bed_min real NOT NULL,
  bed_max real NOT NULL,
  bed_target real NOT NULL,
  PRIMARY KEY (printer_id, at)
);
`;
