import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff move a waiting print before the others, or behind them, and say why. */
export class QueuePriority1765400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE print_job DROP COLUMN queue_priority, DROP COLUMN queue_priority_reason');
  }
}

const statements = `
-- Higher goes first; 0 is everybody's own turn.
ALTER TABLE print_job
  ADD COLUMN queue_priority integer NOT NULL DEFAULT 0,
  ADD COLUMN queue_priority_reason text,
  ADD CONSTRAINT print_job_moved_for_a_reason CHECK ((queue_priority = 0) = (queue_priority_reason IS NULL));
`;
