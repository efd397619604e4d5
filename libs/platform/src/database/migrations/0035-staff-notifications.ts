import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each member of the staff wants to be told by mail, hub by hub. Nothing, until they choose it. */
export class StaffNotifications1765550000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE print_job DROP COLUMN files_from_staff; DROP TABLE staff_notification');
  }
}

const statements = `
CREATE TABLE staff_notification (
  hub_id uuid NOT NULL REFERENCES hub ON DELETE CASCADE,
  topic text NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  -- When the last mail about it left or, for a little while ahead, will leave; null before the first one.
  told_at timestamptz,
  -- What it was about: a job that comes twice tells nobody twice.
  news_id text,
  PRIMARY KEY (hub_id, topic, account_id)
);
-- Staff have brought its files to what they are: then a print that waits for review is no news to them.
ALTER TABLE print_job ADD COLUMN files_from_staff boolean NOT NULL DEFAULT false;
UPDATE print_job SET files_from_staff = true WHERE gcode_origin = 'attached';
CREATE INDEX staff_notification_account ON staff_notification (account_id);
`;
