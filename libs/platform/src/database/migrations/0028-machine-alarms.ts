import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is wrong with machines, and since when. */
export class MachineAlarms1765100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE machine_alarm;
      ALTER TABLE printer DROP COLUMN heard_at, DROP COLUMN state_since, DROP COLUMN progress,
        DROP COLUMN progressed_at`);
  }
}

const statements = `
-- By the server's clock, unlike observed_at.
ALTER TABLE printer
  ADD COLUMN heard_at timestamptz,
  ADD COLUMN state_since timestamptz,
  ADD COLUMN progress real,
  ADD COLUMN progressed_at timestamptz;

CREATE TABLE machine_alarm (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  kind text NOT NULL CHECK (kind IN ('bridge_offline', 'printer_offline', 'too_hot', 'stalled')),
  bridge_id uuid REFERENCES bridge ON DELETE CASCADE,
  printer_id uuid REFERENCES printer ON DELETE CASCADE,
  -- When what is wrong began; when it was wrong for long enough; when it was over.
  since timestamptz NOT NULL,
  raised_at timestamptz NOT NULL,
  cleared_at timestamptz,
  heater text CHECK (heater IN ('nozzle', 'bed')),
  celsius real,
  CHECK (num_nonnulls(bridge_id, printer_id) = 1)
);
-- Raised once, however many workers look.
CREATE UNIQUE INDEX machine_alarm_open ON machine_alarm (coalesce(printer_id, bridge_id), kind)
  WHERE cleared_at IS NULL;
CREATE INDEX machine_alarm_cleared ON machine_alarm (cleared_at);
`;
