import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What slows down who asks too often: wrong sign-in codes for everybody, and everything else where there is no Redis. */
export class Limits1764050000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE rate_limit, sign_in_tries');
  }
}

const statements = `
-- The columns and their order are those of rate-limiter-flexible. A crash may empty it, so it costs no log.
CREATE UNLOGGED TABLE rate_limit (
  key text PRIMARY KEY,
  points integer NOT NULL,
  -- Milliseconds since 1970.
  expire bigint
);
CREATE INDEX rate_limit_expire ON rate_limit (expire);

-- Wrong codes of one client, and of one client for one address. Neither stands here in a form that could be read.
CREATE TABLE sign_in_tries (
  key bytea PRIMARY KEY,
  tries integer NOT NULL,
  window_ends_at timestamptz NOT NULL
);
CREATE INDEX sign_in_tries_window ON sign_in_tries (window_ends_at);
`;
