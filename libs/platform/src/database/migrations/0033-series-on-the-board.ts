import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A series may have a title for everybody in the hub; what it is for stays with staff. */
export class SeriesOnTheBoard1765450000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE booking_series DROP COLUMN public_title, DROP COLUMN version');
  }
}

const statements = `
ALTER TABLE booking_series
  -- Null when the series is nobody's business but staff's.
  ADD COLUMN public_title text CONSTRAINT booking_series_public_title_check
    CHECK (public_title = btrim(public_title) AND char_length(public_title) BETWEEN 1 AND 80),
  -- Changes of the series itself; those of its dates are counted there.
  ADD COLUMN version integer NOT NULL DEFAULT 0;
`;
