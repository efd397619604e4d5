import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings that repeat, and the secret addresses under which a person's calendar program fetches bookings. */
export class Series1763950000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('bookings know their series; restore a backup instead');
  }
}

const statements = `
CREATE TABLE booking_series (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account,
  category text NOT NULL,
  pool_id uuid REFERENCES pool,
  -- What every date takes, in the order in which it was named; empty when it is any unit of the pool.
  resource_ids uuid[] NOT NULL CHECK ((pool_id IS NULL) = (cardinality(resource_ids) > 0)),
  rrule text NOT NULL,
  -- The hub's wall clock, without a zone: ten o'clock stays ten o'clock.
  starts_at_local timestamp NOT NULL,
  duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
  purpose text,
  created_at timestamptz NOT NULL
);

ALTER TABLE booking
  ADD COLUMN series_id uuid REFERENCES booking_series,
  ADD COLUMN series_position integer,
  ADD CONSTRAINT booking_series_position_key UNIQUE (series_id, series_position),
  ADD CONSTRAINT booking_series_position_check CHECK ((series_id IS NULL) = (series_position IS NULL));

CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT calendar_feed_token_key UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
-- A person has one address at most; a new one makes the old one useless.
CREATE UNIQUE INDEX calendar_feed_one_per_account ON calendar_feed (account_id) WHERE revoked_at IS NULL;
`;
