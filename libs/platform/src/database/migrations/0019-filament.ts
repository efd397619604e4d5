import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spools, what prints took from them, and what a hub allows a person. */
export class Filament1764650000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE printer DROP COLUMN is_unloaded;
      DROP TABLE filament_rules, filament_use, spool_correction, spool`);
  }
}

const statements = `
CREATE TABLE spool (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  -- Written on the spool, and never given to another one.
  number integer NOT NULL CHECK (number > 0),
  material text NOT NULL,
  color_name text,
  color_hex text CHECK (color_hex ~ '^[0-9A-F]{6}([0-9A-F]{2})?$'),
  vendor text,
  product text,
  full_grams numeric(8,2) NOT NULL CHECK (full_grams > 0),
  -- When it came into the books. What is left is never written down: it follows from this, corrections and uses.
  start_grams numeric(8,2) NOT NULL CHECK (start_grams >= 0),
  empty_spool_grams numeric(8,2) CHECK (empty_spool_grams >= 0),
  density double precision NOT NULL CHECK (density > 0),
  diameter_millimetres double precision NOT NULL CHECK (diameter_millimetres > 0),
  location text,
  lot_number text,
  note text,
  bought_on date,
  opened_on date,
  printer_id uuid REFERENCES printer,
  tool smallint CHECK (tool BETWEEN 0 AND 15),
  first_used_at timestamptz,
  last_used_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT spool_number_key UNIQUE (hub_id, number),
  CHECK ((printer_id IS NULL) = (tool IS NULL)),
  CHECK (archived_at IS NULL OR printer_id IS NULL)
);
CREATE UNIQUE INDEX spool_loaded ON spool (printer_id, tool) WHERE printer_id IS NOT NULL;

CREATE TABLE spool_correction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  spool_id uuid NOT NULL REFERENCES spool,
  -- Added to what was thought to be left.
  grams numeric(8,2) NOT NULL,
  reason text NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  at timestamptz NOT NULL
);
CREATE INDEX spool_correction_spool ON spool_correction (spool_id);

-- One row for each filament of an attempt: first what it will take, then what it took.
CREATE TABLE filament_use (
  print_attempt_id uuid NOT NULL REFERENCES print_attempt ON DELETE CASCADE,
  tool smallint NOT NULL CHECK (tool BETWEEN 0 AND 15),
  -- Null when no spool of the books was loaded.
  spool_id uuid REFERENCES spool,
  planned_grams numeric(8,2) NOT NULL CHECK (planned_grams >= 0),
  -- These are null while the attempt runs.
  grams numeric(8,2) CHECK (grams >= 0),
  source text CHECK (source IN ('printer', 'file', 'progress')),
  counts boolean,
  ended_at timestamptz,
  PRIMARY KEY (print_attempt_id, tool),
  CHECK (num_nulls(grams, source, counts, ended_at) IN (0, 4))
);
CREATE INDEX filament_use_spool ON filament_use (spool_id);

-- A hub without a row has the defaults of the code.
CREATE TABLE filament_rules (
  hub_id uuid PRIMARY KEY REFERENCES hub ON DELETE CASCADE,
  -- For a person and calendar month; null is as much as anybody likes.
  allowance_grams integer CHECK (allowance_grams >= 0),
  low_stock_grams integer NOT NULL CHECK (low_stock_grams >= 0),
  low_stock_by_material jsonb NOT NULL
);

-- Somebody took the filament out: not to be taken for a printer of which nobody knows what is in it.
ALTER TABLE printer ADD COLUMN is_unloaded boolean NOT NULL DEFAULT false;
`;
