import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who paused a print: its owner may let only that go on which he or she has paused. */
export class PrintPause1764850000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE print_attempt ADD COLUMN paused_by uuid REFERENCES account');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE print_attempt DROP COLUMN paused_by');
  }
}
