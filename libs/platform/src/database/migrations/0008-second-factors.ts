import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people show besides the code in their mail: passkeys, an authenticator app, recovery codes. */
export class SecondFactors1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('people would be left without their second factors; restore a backup instead');
  }
}

const statements = `
-- 'first': the code from the mail; 'full': a second factor as well.
ALTER TABLE session
  ADD COLUMN level text NOT NULL DEFAULT 'first' CONSTRAINT session_level_check CHECK (level IN ('first', 'full'));

CREATE TABLE passkey (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  credential_id text NOT NULL CONSTRAINT passkey_credential_key UNIQUE,
  public_key bytea NOT NULL,
  -- How often the authenticator says that it has signed; always 0 for those that do not count.
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- One question per session and purpose; whoever takes it deletes it, so it is answered once.
CREATE TABLE passkey_challenge (
  session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('enrol', 'sign_in')),
  challenge text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, purpose)
);

CREATE TABLE totp (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  -- Sealed under the server's key; null until the first code has shown that the app knows it.
  sealed_secret bytea,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  -- The step whose code was taken last: neither it nor an earlier one is taken again.
  last_step bigint NOT NULL DEFAULT 0,
  pending_sealed_secret bytea,
  pending_until timestamptz,
  CONSTRAINT totp_confirmed_check CHECK ((sealed_secret IS NULL) = (confirmed_at IS NULL)),
  CONSTRAINT totp_pending_check CHECK ((pending_sealed_secret IS NULL) = (pending_until IS NULL))
);

CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE second_factor_try (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  tries integer NOT NULL,
  since timestamptz NOT NULL
);
`;
