import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kiosks and bridges with credentials of their own, and the short codes by which they get them. */
export class Devices1764300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('paired devices hold credentials that cannot be given again; restore a backup instead');
  }
}

const statements = `
CREATE TABLE device (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  hub_id uuid NOT NULL REFERENCES hub,
  kind text NOT NULL CHECK (kind IN ('kiosk', 'bridge')),
  name text NOT NULL,
  bridge_id uuid REFERENCES bridge,
  paired_by uuid REFERENCES account ON DELETE SET NULL,
  paired_at timestamptz NOT NULL,
  -- Null until the device has fetched its credential.
  token_hash bytea CONSTRAINT device_token_key UNIQUE,
  -- The broker's own form: $7$iterations$salt$hash, PBKDF2 with SHA-512. Only bridges have an account there.
  broker_verifier text,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT device_bridge_check CHECK ((kind = 'bridge') = (bridge_id IS NOT NULL)),
  CONSTRAINT device_verifier_check CHECK ((broker_verifier IS NOT NULL) = (kind = 'bridge' AND token_hash IS NOT NULL))
);
-- A bridge speaks for its printers alone: a second computer of the same name would answer the same commands.
CREATE UNIQUE INDEX device_one_per_bridge ON device (bridge_id) WHERE revoked_at IS NULL;
CREATE INDEX device_hub ON device (hub_id) WHERE revoked_at IS NULL;

-- Set with the device's revocation; what such a bridge still says means nothing.
ALTER TABLE bridge ADD COLUMN revoked_at timestamptz;

CREATE TABLE device_pairing (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('kiosk', 'bridge')),
  name text,
  code_hash bytea NOT NULL CONSTRAINT device_pairing_code_key UNIQUE,
  poll_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  device_id uuid REFERENCES device ON DELETE CASCADE,
  claimed_at timestamptz
);

CREATE TABLE device_code_try (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  tried_at timestamptz NOT NULL
);
CREATE INDEX device_code_try_account ON device_code_try (account_id, tried_at);
`;
