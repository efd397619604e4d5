import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prints that somebody begins at the machine itself, and what keeps printers in good order. */
export class PrinterCare1764750000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(localPrints);
    await queryRunner.query(care);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE printer_care, printer_task;
      DELETE FROM allocation WHERE kind = 'local_print';
      ALTER TABLE allocation DROP COLUMN local_print_id, DROP CONSTRAINT allocation_kind_check,
        ADD CONSTRAINT allocation_kind_check CHECK (kind IN ('booking', 'print', 'workshop', 'maintenance'));
      DROP TABLE local_print`);
  }
}

const localPrints = `
CREATE TABLE local_print (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  printer_id uuid NOT NULL REFERENCES printer,
  -- By the printer's own bridge, and what the print is recognised by.
  started_at timestamptz NOT NULL,
  progress real,
  estimated_end_at timestamptz,
  ended_at timestamptz,
  -- Null when nobody saw how it ended.
  outcome text CHECK (outcome IN ('completed', 'cancelled', 'failed')),
  -- Whoever has booked the printer until then has been written to.
  warned_until timestamptz
);
CREATE UNIQUE INDEX local_print_running ON local_print (printer_id) WHERE ended_at IS NULL;
CREATE INDEX local_print_printer ON local_print (printer_id, started_at);

ALTER TABLE allocation
  ADD COLUMN local_print_id uuid REFERENCES local_print,
  DROP CONSTRAINT allocation_kind_check,
  ADD CONSTRAINT allocation_kind_check
    CHECK (kind IN ('booking', 'print', 'local_print', 'workshop', 'maintenance'));
CREATE INDEX allocation_local_print ON allocation (local_print_id) WHERE local_print_id IS NOT NULL;
`;

const care = `
CREATE TABLE printer_task (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  printer_id uuid NOT NULL REFERENCES printer,
  name text NOT NULL,
  every_hours integer CHECK (every_hours > 0),
  every_prints integer CHECK (every_prints > 0),
  -- Whether the printer is put out of order when it is due.
  stops_printer boolean NOT NULL,
  -- Since when its interval runs.
  counted_from timestamptz NOT NULL,
  -- When it put the printer out of order; null when it has not, or has been done since.
  stopped_at timestamptz,
  created_at timestamptz NOT NULL,
  retired_at timestamptz,
  CHECK (num_nonnulls(every_hours, every_prints) = 1)
);
CREATE INDEX printer_task_printer ON printer_task (printer_id) WHERE retired_at IS NULL;

CREATE TABLE printer_care (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  task_id uuid NOT NULL REFERENCES printer_task,
  account_id uuid NOT NULL REFERENCES account,
  done_at timestamptz NOT NULL,
  note text,
  -- How much the printer had worked since the time before.
  hours real NOT NULL,
  prints integer NOT NULL
);
CREATE INDEX printer_care_task ON printer_care (task_id, done_at);
CREATE INDEX printer_care_account ON printer_care (account_id);
CREATE INDEX print_attempt_printer_started ON print_attempt (printer_id, started_at) WHERE started_at IS NOT NULL;
`;
