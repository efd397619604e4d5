import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Faults that people report, and versions for what administrators set of filament and of printers. */
export class Faults1765000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE printer DROP COLUMN facts_version;
      ALTER TABLE filament_rules DROP COLUMN version;
      DROP TABLE fault_report`);
  }
}

const statements = `
CREATE TABLE fault_report (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  resource_id uuid NOT NULL REFERENCES resource ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account,
  -- Null when nothing was said, or when whoever said it has been erased.
  text text,
  reported_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by uuid REFERENCES account,
  -- What staff did about it.
  done_note text,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK (done_note IS NULL OR closed_at IS NOT NULL)
);
CREATE INDEX fault_report_open ON fault_report (hub_id, reported_at) WHERE closed_at IS NULL;
CREATE INDEX fault_report_resource ON fault_report (resource_id, reported_at);
CREATE INDEX fault_report_account ON fault_report (account_id);

ALTER TABLE filament_rules ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE printer ADD COLUMN facts_version integer NOT NULL DEFAULT 1;
`;
