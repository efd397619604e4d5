import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hub knows of its people, who belongs to which organisation, and whose hub an entry of the record is about. */
export class People1764150000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [profile, organisations, guardians, notesAndBlocks, inductions, places, record]) {
      await queryRunner.query(statements);
    }
  }

  async down(): Promise<void> {
    throw new Error('notes, blocks and consents would be lost; restore a backup instead');
  }
}

const profile = `
ALTER TABLE account
  ADD COLUMN phone text,
  ADD COLUMN municipality text,
  ADD COLUMN age_group text CHECK (age_group IN ('under_13', '13_17', '18_29', '30_64', '65_plus'));
`;

const organisations = `
CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('company', 'education_research', 'municipality', 'third_sector')),
  created_at timestamptz NOT NULL,
  -- Null until staff have seen that it is one.
  confirmed_at timestamptz
);
CREATE UNIQUE INDEX organisation_name_key ON organisation (lower(name));

CREATE TABLE organisation_member (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX organisation_member_account ON organisation_member (account_id);
`;

const guardians = `
CREATE TABLE guardian_consent (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  hub_id uuid NOT NULL REFERENCES hub,
  guardian_name text NOT NULL,
  -- Null when the consent was given on paper.
  guardian_email text,
  locale text NOT NULL,
  status text NOT NULL CHECK (status IN ('asked', 'consented', 'refused', 'withdrawn', 'replaced')),
  -- Of the link that may be used now: to answer, or afterwards to withdraw.
  token_hash bytea CONSTRAINT guardian_consent_token_key UNIQUE,
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz,
  answered_at timestamptz,
  CHECK (status <> 'asked' OR (token_hash IS NOT NULL AND expires_at IS NOT NULL AND guardian_email IS NOT NULL))
);
CREATE INDEX guardian_consent_account ON guardian_consent (account_id, asked_at);
`;

const notesAndBlocks = `
CREATE TABLE person_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  author_id uuid REFERENCES account ON DELETE SET NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX person_note_account ON person_note (account_id, hub_id);

CREATE TABLE person_block (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  reason text NOT NULL,
  -- Null when it has no end.
  until timestamptz,
  blocked_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  lifted_at timestamptz
);
CREATE INDEX person_block_in_force ON person_block (account_id, hub_id) WHERE lifted_at IS NULL;

-- Who has to do with a hub, whatever that is. Each later kind of it joins here.
CREATE VIEW hub_person AS
  SELECT hub_id, account_id FROM booking
  UNION ALL SELECT hub_id, account_id FROM print_job
  UNION ALL SELECT hub_id, account_id FROM waiting_entry
  UNION ALL SELECT hub_id, account_id FROM induction
  UNION ALL SELECT s.hub_id, t.account_id FROM induction_seat t JOIN induction_session s ON s.id = t.session_id
  UNION ALL SELECT hub_id, account_id FROM role_assignment
  UNION ALL SELECT hub_id, account_id FROM person_note
  UNION ALL SELECT hub_id, account_id FROM person_block
  UNION ALL SELECT hub_id, account_id FROM guardian_consent;
`;

const inductions = `
ALTER TABLE induction ADD COLUMN last_used_at timestamptz;

CREATE TABLE induction_kind (
  hub_id uuid NOT NULL REFERENCES hub ON DELETE CASCADE,
  kind text NOT NULL,
  -- An induction that was not used for so long holds no more.
  lapses_after_days integer NOT NULL CHECK (lapses_after_days > 0),
  PRIMARY KEY (hub_id, kind)
);

-- An induction and until when it holds: its expiry or its lapse, whichever comes first; null for good.
CREATE VIEW held_induction AS
  SELECT i.*, greatest(i.granted_at, i.last_used_at) + make_interval(days => k.lapses_after_days) AS lapses_at,
    least(i.expires_at, greatest(i.granted_at, i.last_used_at) + make_interval(days => k.lapses_after_days))
      AS holds_until
  FROM induction i LEFT JOIN induction_kind k ON k.hub_id = i.hub_id AND k.kind = i.kind;
`;

const places = `
-- What is retired cannot be booked any more and is shown nowhere; what was booked of it stays.
ALTER TABLE resource ADD COLUMN retired_at timestamptz;
`;

const record = `
ALTER TABLE audit_entry ADD COLUMN session_id uuid, ADD COLUMN hub_id uuid;

CREATE FUNCTION hub_of_thing(kind text, thing uuid) RETURNS uuid LANGUAGE sql STABLE RETURN CASE kind
  WHEN 'hub' THEN thing
  WHEN 'booking' THEN (SELECT hub_id FROM booking WHERE id = thing)
  WHEN 'series' THEN (SELECT hub_id FROM booking_series WHERE id = thing)
  WHEN 'waiting_entry' THEN (SELECT hub_id FROM waiting_entry WHERE id = thing)
  WHEN 'closure' THEN (SELECT hub_id FROM closure WHERE id = thing)
  WHEN 'pool' THEN (SELECT hub_id FROM pool WHERE id = thing)
  WHEN 'resource' THEN (SELECT hub_id FROM resource WHERE id = thing)
  WHEN 'printer' THEN (SELECT hub_id FROM resource WHERE id = thing)
  WHEN 'print_job' THEN (SELECT hub_id FROM print_job WHERE id = thing)
  WHEN 'induction-session' THEN (SELECT hub_id FROM induction_session WHERE id = thing)
END;

-- The entries stay what they are; they only learn whose hub they are about.
ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
UPDATE audit_entry SET hub_id = hub_of_thing(subject_type, subject_id);
ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;
CREATE INDEX audit_entry_hub ON audit_entry (hub_id, id);
`;
