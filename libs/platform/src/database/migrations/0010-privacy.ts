import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What erasing a person needs: accounts without a name, prints without a file, and the log of who looked at whom. */
export class Privacy1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [accounts, prints, reads]) await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('what was erased does not come back; restore a backup instead');
  }
}

// The row stays, because bookings and prints count in statistics; nothing in it says whose it was.
const accounts = `
ALTER TABLE account
  ALTER COLUMN email DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN last_active_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN inactivity_warned_at timestamptz,
  ADD CONSTRAINT account_erased_is_empty CHECK (
    CASE WHEN erased_at IS NULL THEN email IS NOT NULL
      ELSE email IS NULL AND phone IS NULL AND municipality IS NULL AND birth_date IS NULL AND display_name = '–' END);

UPDATE account a SET last_active_at = greatest(a.created_at,
  (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id));
CREATE INDEX account_inactive ON account (last_active_at) WHERE erased_at IS NULL;

-- Whatever opens or uses a session is a sign of life; one note a day is enough.
CREATE FUNCTION session_shows_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET last_active_at = NEW.last_seen_at, inactivity_warned_at = NULL
    WHERE id = NEW.account_id AND (last_active_at < NEW.last_seen_at - interval '1 day'
      OR inactivity_warned_at < NEW.last_seen_at);
  RETURN NULL;
END $$;
CREATE TRIGGER session_shows_activity AFTER INSERT OR UPDATE OF last_seen_at ON session
  FOR EACH ROW EXECUTE FUNCTION session_shows_activity();
`;

// A file may be gone only when nothing can be printed from it any more.
const prints = `
ALTER TABLE print_job
  ALTER COLUMN file_sha256 DROP NOT NULL,
  ADD CONSTRAINT print_job_keeps_file CHECK (file_sha256 IS NOT NULL
    OR status IN ('needs_changes', 'rejected', 'done', 'failed', 'cancelled'));
CREATE INDEX print_job_file ON print_job (file_sha256);
CREATE INDEX print_job_thumbnail ON print_job (thumbnail_sha256) WHERE thumbnail_sha256 IS NOT NULL;
`;

const reads = `
CREATE TABLE personal_data_read (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  at timestamptz NOT NULL,
  reader_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  session_id uuid NOT NULL,
  -- In which capacity: the reader's role in the hub that the data belong to.
  role text NOT NULL,
  hub_id uuid REFERENCES hub ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL
);
CREATE INDEX personal_data_read_person ON personal_data_read (person_id, at DESC, id DESC);
CREATE INDEX personal_data_read_at ON personal_data_read (at);
-- A screen that refreshes itself is one look an hour, not hundreds.
CREATE UNIQUE INDEX personal_data_read_hourly ON personal_data_read
  (person_id, session_id, kind, hub_id, date_bin('1 hour', at, timestamptz '2026-01-01 00:00:00+00')) NULLS NOT DISTINCT;
`;
