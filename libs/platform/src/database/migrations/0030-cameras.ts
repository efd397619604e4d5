import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which printers have a camera, the picture that somebody looks at right now, and the one of a failed print. */
export class Cameras1765200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE print_attempt_picture, printer_picture');
    await queryRunner.query('ALTER TABLE printer DROP COLUMN has_camera');
  }
}

const statements = `
-- As its bridge told at its birth; false again when it has turned out that there is none.
ALTER TABLE printer ADD COLUMN has_camera boolean NOT NULL DEFAULT false;

-- A minute at most. Unlogged: it leaves no trace in the write-ahead log, nor in a backup made of it.
CREATE UNLOGGED TABLE printer_picture (
  printer_id uuid PRIMARY KEY REFERENCES printer ON DELETE CASCADE,
  asking_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  content bytea,
  refusal text
);

CREATE TABLE print_attempt_picture (
  print_attempt_id uuid PRIMARY KEY REFERENCES print_attempt ON DELETE CASCADE,
  asking_id uuid NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL,
  -- The three are there together, once the picture is.
  taken_at timestamptz,
  sha256 text,
  media_type text,
  CHECK (num_nonnulls(taken_at, sha256, media_type) IN (0, 3))
);
CREATE INDEX print_attempt_picture_sha256 ON print_attempt_picture (sha256);
`;
