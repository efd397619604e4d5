import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A guardian's consent is a row that says who gave it, for which hub and to which terms; the mark on the account goes. */
export class GuardianConsents1764350000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('who consented to what would be lost; restore a backup instead');
  }
}

const statements = `
ALTER TABLE guardian_consent
  -- Known once the guardian has written it.
  ALTER COLUMN guardian_name DROP NOT NULL,
  -- Of the link by which the consent may be withdrawn; the other stays to tell a used link from a wrong one.
  ADD COLUMN withdrawal_hash bytea CONSTRAINT guardian_consent_withdrawal_key UNIQUE,
  ADD COLUMN terms_version text,
  ADD COLUMN withdrawn_at timestamptz,
  ADD CONSTRAINT guardian_consent_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account ON DELETE SET NULL;

-- One question or one consent at a time.
CREATE UNIQUE INDEX guardian_consent_open ON guardian_consent (account_id, hub_id)
  WHERE status IN ('asked', 'consented');
CREATE INDEX guardian_consent_hub ON guardian_consent (hub_id, id);

-- Staff had seen a consent without writing down whose: it holds where the person is known, or in the only hub there is.
INSERT INTO guardian_consent (account_id, hub_id, locale, status, asked_at, answered_at)
SELECT a.id, h.id, a.locale, 'consented', now(), now() FROM account a CROSS JOIN hub h
WHERE a.guardian_consent
  AND (EXISTS (SELECT FROM hub_person p WHERE p.account_id = a.id AND p.hub_id = h.id) OR (SELECT count(*) FROM hub) = 1)
ON CONFLICT DO NOTHING;
ALTER TABLE account DROP COLUMN guardian_consent;

-- The person whose name stands in a mail to somebody else.
ALTER TABLE demo_mail ADD COLUMN about uuid;
CREATE INDEX demo_mail_about ON demo_mail (about) WHERE about IS NOT NULL;
`;
