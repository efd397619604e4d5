import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a thing looks like, for those who have never seen it. */
export class ResourcePictures1765300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE resource_picture');
    await queryRunner.query('ALTER TABLE resource DROP COLUMN picture_version');
  }
}

const statements = `
-- In the database, not among the files: they are few and small, and what is written with them is written or not as one.
CREATE TABLE resource_picture (
  resource_id uuid PRIMARY KEY REFERENCES resource ON DELETE CASCADE,
  content bytea NOT NULL,
  media_type text NOT NULL
);

-- The beginning of its SHA-256 in hex, which is part of its address; null while there is none.
ALTER TABLE resource ADD COLUMN picture_version text;
`;
