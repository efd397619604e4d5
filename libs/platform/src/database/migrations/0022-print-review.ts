import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff look at before a print, what its owner is told of it, and the rule by which a hub may approve by itself. */
export class PrintReview1764800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [jobs, rules]) await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('which version of a file was approved would be lost; restore a backup instead');
  }
}

const jobs = `
ALTER TABLE print_job
  ADD COLUMN toolpath_sha256 text CHECK (length(toolpath_sha256) = 64),
  -- Set when the file that was sent is a model.
  ADD COLUMN model_format text CHECK (model_format IN ('STL', '3MF')),
  -- Grows whenever the owner sends another file for the same job.
  ADD COLUMN file_version integer NOT NULL DEFAULT 1 CHECK (file_version > 0),
  ADD COLUMN analysed_at timestamptz,
  ADD COLUMN approved_at timestamptz,
  ADD COLUMN auto_approved boolean NOT NULL DEFAULT false,
  ADD COLUMN estimated_start_earliest_at timestamptz,
  ADD COLUMN estimated_start_latest_at timestamptz,
  ADD COLUMN estimated_end_earliest_at timestamptz,
  ADD COLUMN estimated_end_latest_at timestamptz;
CREATE INDEX print_job_toolpath ON print_job (toolpath_sha256) WHERE toolpath_sha256 IS NOT NULL;
UPDATE print_job SET approved_at = queued_at WHERE queued_at IS NOT NULL;
`;

const rules = `
CREATE TABLE print_approval_rule (
  hub_id uuid PRIMARY KEY REFERENCES hub ON DELETE CASCADE,
  is_enabled boolean NOT NULL,
  max_minutes integer NOT NULL CHECK (max_minutes > 0),
  max_grams integer NOT NULL CHECK (max_grams > 0),
  -- Prints of the person that must have come off the printer well before; 0 asks for none.
  min_done_prints integer NOT NULL CHECK (min_done_prints >= 0),
  -- What the person must have been shown; null asks for nothing.
  induction text,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL
);
`;
