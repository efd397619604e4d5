import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the first release. Written by hand because the constraints carry the promises: one exclusion
 * constraint guards the calendar, partial unique indexes guard the printers, a trigger guards the audit log.
 */
export class Foundation1763700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [platform, people, places, calendar, printing]) await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('the first migration has no way back; restore a backup instead');
  }
}

const platform = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The id also names the queue job. It is unique over all time: a queue that outlives its database, or a restored
-- backup, must not take a new job for one it has already seen.
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  job_name text NOT NULL,
  payload jsonb NOT NULL,
  job_id text,
  run_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  at timestamptz NOT NULL,
  account_id uuid,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, at);
CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

CREATE TABLE demo_mail (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX demo_mail_recipient ON demo_mail (recipient, sent_at DESC);
`;

const people = `
CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL CONSTRAINT account_email_key UNIQUE CHECK (email = lower(email)),
  display_name text NOT NULL,
  locale text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sign_in_code (
  email text PRIMARY KEY,
  code_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  requested_at timestamptz[] NOT NULL
);

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT session_token_key UNIQUE,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);

CREATE TABLE idempotency_key (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
`;

const places = `
CREATE TABLE hub (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL CONSTRAINT hub_slug_key UNIQUE,
  name text NOT NULL,
  address text NOT NULL,
  time_zone text NOT NULL,
  languages text[] NOT NULL,
  weekly_hours jsonb NOT NULL,
  policy jsonb NOT NULL DEFAULT '{}',
  category_policies jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE role_assignment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('staff', 'admin')),
  hub_id uuid NOT NULL REFERENCES hub ON DELETE CASCADE,
  CONSTRAINT role_assignment_key UNIQUE (account_id, role, hub_id)
);

CREATE TABLE pool (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  slug text NOT NULL,
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  category text NOT NULL,
  policy jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT pool_slug_key UNIQUE (hub_id, slug)
);

CREATE TABLE resource (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  slug text NOT NULL,
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  category text NOT NULL,
  pool_id uuid REFERENCES pool,
  parent_id uuid REFERENCES resource,
  bookable boolean NOT NULL DEFAULT true,
  policy jsonb NOT NULL DEFAULT '{}',
  out_of_order_reason text,
  out_of_order_until timestamptz,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT resource_slug_key UNIQUE (hub_id, slug)
);
CREATE INDEX resource_pool ON resource (pool_id);
CREATE INDEX resource_parent ON resource (parent_id);
`;

const calendar = `
CREATE TABLE booking (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account,
  pool_id uuid REFERENCES pool,
  category text NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'pending', 'confirmed', 'in_use', 'completed', 'cancelled',
    'declined', 'no_show', 'expired')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  purpose text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX booking_account ON booking (account_id, starts_at);
CREATE INDEX booking_hub ON booking (hub_id, starts_at);
CREATE INDEX booking_open ON booking (ends_at) WHERE status IN ('held', 'pending', 'confirmed', 'in_use');

CREATE TABLE allocation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  resource_id uuid NOT NULL REFERENCES resource,
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  kind text NOT NULL CHECK (kind IN ('booking', 'print', 'workshop', 'maintenance')),
  active boolean NOT NULL DEFAULT true,
  booking_id uuid REFERENCES booking,
  print_attempt_id uuid,
  -- Whether the row is the thing that was booked, or only blocked along with it (a room's camera kit).
  is_target boolean NOT NULL DEFAULT true,
  CONSTRAINT allocation_no_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (active)
);
CREATE INDEX allocation_booking ON allocation (booking_id);
`;

const printing = `
CREATE TABLE bridge (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  slug text NOT NULL,
  session bigint,
  online boolean NOT NULL DEFAULT false,
  seen_at timestamptz,
  version text,
  CONSTRAINT bridge_slug_key UNIQUE (hub_id, slug)
);

CREATE TABLE printer (
  resource_id uuid PRIMARY KEY REFERENCES resource,
  bridge_id uuid NOT NULL REFERENCES bridge,
  model text NOT NULL,
  bed_x_millimetres real NOT NULL,
  bed_y_millimetres real NOT NULL,
  bed_z_millimetres real NOT NULL,
  nozzle_diameter_millimetres real NOT NULL,
  max_nozzle_celsius real NOT NULL,
  max_bed_celsius real NOT NULL,
  loaded_material text,
  unattended_allowed boolean NOT NULL,
  state text NOT NULL DEFAULT 'unknown',
  reason jsonb,
  plate text NOT NULL DEFAULT 'clear' CHECK (plate IN ('clear', 'awaiting_clear')),
  local_print boolean NOT NULL DEFAULT false,
  observed_at timestamptz,
  temperatures jsonb,
  status_session bigint,
  status_seq bigint,
  event_session bigint,
  event_seq bigint
);
CREATE INDEX printer_bridge ON printer (bridge_id);

CREATE TABLE print_job (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account,
  status text NOT NULL CHECK (status IN ('uploaded', 'analysing', 'awaiting_review', 'needs_changes', 'rejected',
    'queued', 'dispatching', 'printing', 'paused', 'attention', 'awaiting_clear', 'done', 'failed', 'cancelling',
    'cancelled', 'unknown')),
  file_name text NOT NULL,
  file_sha256 text NOT NULL CHECK (length(file_sha256) = 64),
  file_bytes bigint NOT NULL,
  material text,
  note text,
  preferred_printer_id uuid REFERENCES printer,
  analysis jsonb,
  refusal_code text,
  thumbnail_sha256 text,
  review_reason text,
  queued_at timestamptz,
  planned_printer_id uuid REFERENCES printer,
  estimated_start_at timestamptz,
  estimated_end_at timestamptz,
  queue_position integer,
  waiting_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX print_job_account ON print_job (account_id, created_at);
CREATE INDEX print_job_hub_status ON print_job (hub_id, status);

CREATE TABLE print_attempt (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  print_job_id uuid NOT NULL REFERENCES print_job,
  number integer NOT NULL CHECK (number > 0),
  printer_id uuid NOT NULL REFERENCES printer,
  start_token text NOT NULL,
  command_id uuid NOT NULL DEFAULT uuidv7(),
  status text NOT NULL CHECK (status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown',
    'completed', 'cancelled', 'failed')),
  progress real,
  estimated_end_at timestamptz,
  cause text,
  dispatched_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT print_attempt_number_key UNIQUE (print_job_id, number)
);
-- A printer has at most one running attempt, and so has a job: whoever tries a second one is refused here.
CREATE UNIQUE INDEX print_attempt_one_per_printer ON print_attempt (printer_id)
  WHERE status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown');
CREATE UNIQUE INDEX print_attempt_one_per_job ON print_attempt (print_job_id)
  WHERE status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown');

ALTER TABLE allocation ADD CONSTRAINT allocation_print_attempt_fk
  FOREIGN KEY (print_attempt_id) REFERENCES print_attempt;
CREATE INDEX allocation_print_attempt ON allocation (print_attempt_id);
`;
