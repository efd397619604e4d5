import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decides whether a booking may be made: the hub's whole calendar, inductions, and the age of people. */
export class Rules1763750000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [opening, people, inductions]) await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('exceptions, closures and inductions would be lost; restore a backup instead');
  }
}

const opening = `
-- ISO 3166 code of the country whose public holidays the hub keeps.
ALTER TABLE hub ADD COLUMN country text NOT NULL DEFAULT 'FI', ADD COLUMN seasons jsonb NOT NULL DEFAULT '[]';

CREATE TABLE opening_exception (
  hub_id uuid NOT NULL REFERENCES hub ON DELETE CASCADE,
  date date NOT NULL,
  -- Spans of that one day; none when it is closed.
  hours jsonb NOT NULL,
  reason text,
  PRIMARY KEY (hub_id, date)
);

CREATE TABLE closure (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub ON DELETE CASCADE,
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  reason text NOT NULL,
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  lifted_at timestamptz
);
CREATE INDEX closure_in_force ON closure (hub_id) WHERE lifted_at IS NULL;
`;

const people = `
-- An unknown date of birth is taken for grown up; staff write it down when they see a child.
ALTER TABLE account ADD COLUMN birth_date date, ADD COLUMN guardian_consent boolean NOT NULL DEFAULT false;
`;

const inductions = `
CREATE TABLE induction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL,
  granted_by uuid NOT NULL REFERENCES account,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz,
  CONSTRAINT induction_key UNIQUE (account_id, hub_id, kind)
);
CREATE INDEX induction_hub ON induction (hub_id, kind);

CREATE TABLE induction_session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  kind text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  seats integer NOT NULL CHECK (seats > 0),
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL
);
CREATE INDEX induction_session_hub ON induction_session (hub_id, starts_at);

CREATE TABLE induction_seat (
  session_id uuid NOT NULL REFERENCES induction_session ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  booked_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, account_id)
);
CREATE INDEX induction_seat_account ON induction_seat (account_id);
`;
