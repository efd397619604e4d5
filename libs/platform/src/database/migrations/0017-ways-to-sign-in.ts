import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whom the town's own identity provider knows, on what device a session is, and who agreed to which terms. */
export class WaysToSignIn1764550000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('it would be forgotten who agreed to what; restore a backup instead');
  }
}

const statements = `
-- A provider promises never to give a subject to somebody else; it promises nothing of the kind about addresses.
CREATE TABLE provider_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX provider_identity_account ON provider_identity (account_id);

-- What the provider's groups gave, they take away again; what a person gave stays.
ALTER TABLE role_assignment ADD COLUMN source text NOT NULL DEFAULT 'hand' CHECK (source IN ('hand', 'provider'));

ALTER TABLE session ADD COLUMN user_agent text;

CREATE TABLE consent (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  -- The texts themselves are part of the program, one version after another.
  version text NOT NULL,
  -- In which language they were shown.
  locale text NOT NULL,
  agreed_at timestamptz NOT NULL,
  CONSTRAINT consent_once UNIQUE (account_id, version)
);
-- Whoever is here already has been using the hub under the terms of its first version.
INSERT INTO consent (account_id, version, locale, agreed_at) SELECT id, '2026-11', locale, now() FROM account;
`;
