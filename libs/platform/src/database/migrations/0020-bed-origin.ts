import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where on its plate a printer counts from: most from a corner, deltas from the middle. */
export class BedOrigin1764700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE printer ADD COLUMN bed_origin text NOT NULL DEFAULT 'corner' CHECK (bed_origin IN ('corner', 'centre'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE printer DROP COLUMN bed_origin');
  }
}
