import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How bridges reach printers that were set up on the staff's pages, and what they found when they looked. */
export class PrinterConnections1765150000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE printer_test, printer_connection');
  }
}

const statements = `
CREATE TABLE printer_connection (
  printer_id uuid PRIMARY KEY REFERENCES printer ON DELETE CASCADE,
  -- The adapter and where the printer is; nothing secret.
  settings jsonb NOT NULL,
  -- Key or password, sealed for this printer alone.
  sealed_secrets bytea,
  changed_at timestamptz NOT NULL
);

CREATE TABLE printer_test (
  printer_id uuid PRIMARY KEY REFERENCES printer ON DELETE CASCADE,
  command_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  diagnosis jsonb
);
`;
