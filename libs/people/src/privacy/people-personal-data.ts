import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  HoldsPersonalData,
  keptSince,
  retentionBatch,
  type ColumnFates,
  type DataSubject,
  type ExportSection,
  type PersonalDataHolder,
  type Transaction,
} from '#libs/platform';
import { peopleSections } from './people-sections.repository.js';
import { PersonRepository } from './person.repository.js';

/** Accounts, sessions, codes, and who has looked. */
@HoldsPersonalData()
@Injectable()
export class PeoplePersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    account: {
      email: 'emptied',
      display_name: 'emptied',
      phone: 'emptied',
      birth_date: 'emptied',
    },
    sign_in_code: { email: 'deleted' },
    session: { account_id: 'deleted', user_agent: 'deleted' },
    passkey: { account_id: 'deleted', name: 'deleted' },
    passkey_challenge: { purpose: 'impersonal' },
    totp: { account_id: 'deleted' },
    recovery_code: { account_id: 'deleted' },
    second_factor_try: { account_id: 'deleted' },
    provider_identity: { account_id: 'deleted', subject: 'deleted' },
    consent: { account_id: 'deleted' },
    device: { paired_by: 'pseudonym', name: 'impersonal' },
    device_pairing: { name: 'impersonal' },
    device_code_try: { account_id: 'deleted' },
    role_assignment: { account_id: 'pseudonym' },
    organisation: { name: 'impersonal' },
    organisation_member: { account_id: 'deleted' },
    guardian_consent: {
      account_id: 'deleted',
      asked_by: 'pseudonym',
      guardian_name: 'deleted',
      guardian_email: 'deleted',
    },
    person_note: { account_id: 'deleted', author_id: 'pseudonym', text: 'deleted' },
    person_block: { account_id: 'deleted', blocked_by: 'pseudonym', reason: 'deleted' },
    staff_notification: { account_id: 'deleted' },
    personal_data_read: { reader_id: 'pseudonym', person_id: 'pseudonym' },
  };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
  ) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    return Promise.all(
      peopleSections.map(async ({ sql, ...section }) => ({
        ...section,
        rows: await this.database.query<Record<string, unknown>>(sql, [accountId]),
      })),
    );
  }

  async erase(tx: Transaction, { accountId, email }: DataSubject): Promise<void> {
    await tx.query(`DELETE FROM sign_in_code WHERE email = $1`, [email]);
    // Whoever is erased may be somebody's guardian: the consent stands without the name; a question has nobody to answer it.
    await tx.query(
      `UPDATE guardian_consent SET guardian_email = NULL, guardian_name = NULL,
         status = CASE status WHEN 'asked' THEN 'replaced' ELSE status END
       WHERE guardian_email = $1`,
      [email],
    );
    for (const table of ownTables) await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
    await this.people.empty(tx, accountId, this.clock.now());
  }

  async settle({ accountId }: { accountId: string }): Promise<void> {
    await this.database.query(
      `DELETE FROM session s USING account a WHERE s.account_id = $1 AND a.id = $1 AND a.erased_at IS NOT NULL`,
      [accountId],
    );
  }

  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH codes AS (
         DELETE FROM sign_in_code WHERE email IN (SELECT email FROM sign_in_code
           WHERE expires_at < $1 AND NOT EXISTS (SELECT FROM unnest(requested_at) AS r (at) WHERE r.at >= $1)
           LIMIT $4 FOR UPDATE SKIP LOCKED) RETURNING 1),
       sessions AS (
         DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires_at < $2
           LIMIT $4 FOR UPDATE SKIP LOCKED) RETURNING 1),
       reads AS (
         DELETE FROM personal_data_read WHERE id IN (SELECT id FROM personal_data_read WHERE at < $3
           LIMIT $4 FOR UPDATE SKIP LOCKED) RETURNING 1),
       questions AS (
         DELETE FROM guardian_consent WHERE id IN (SELECT id FROM guardian_consent
           WHERE status IN ('asked', 'replaced') AND expires_at < $5
           LIMIT $4 FOR UPDATE SKIP LOCKED) RETURNING 1)
       SELECT 1 FROM codes UNION ALL SELECT 1 FROM sessions UNION ALL SELECT 1 FROM reads
       UNION ALL SELECT 1 FROM questions`,
      [
        keptSince('signInCode', now),
        now,
        keptSince('personalDataRead', now),
        retentionBatch,
        keptSince('guardianAsk', now),
      ],
    );
    return rows.length >= retentionBatch;
  }
}

/** Tables whose rows are about nobody once their person is gone. */
const ownTables = [
  'session',
  'passkey',
  'totp',
  'recovery_code',
  'second_factor_try',
  'provider_identity',
  'consent',
  'device_code_try',
  'organisation_member',
  'guardian_consent',
  'person_note',
  'person_block',
  'staff_notification',
];
