import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts that wait on a hub's shelf. */
export class PickUp1764600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE print_pick_up');
  }
}

const statements = `
CREATE TABLE print_pick_up (
  print_job_id uuid PRIMARY KEY REFERENCES print_job ON DELETE CASCADE,
  hub_id uuid NOT NULL REFERENCES hub,
  -- Written on the part; free again when it has left the shelf.
  shelf_code integer NOT NULL CHECK (shelf_code > 0),
  ready_at timestamptz NOT NULL,
  -- Null when the reminder has gone.
  remind_at timestamptz,
  dispose_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_as text CHECK (ended_as IN ('collected', 'disposed')),
  CHECK ((ended_at IS NULL) = (ended_as IS NULL))
);
CREATE UNIQUE INDEX print_pick_up_shelf ON print_pick_up (hub_id, shelf_code) WHERE ended_at IS NULL;
CREATE INDEX print_pick_up_reminder ON print_pick_up (remind_at) WHERE ended_at IS NULL;
`;
