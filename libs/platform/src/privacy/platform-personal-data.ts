import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { auditTexts } from '../audit/audit-texts.js';
import { subjectWords } from '../audit/subject-words.js';
import { KeyedHash } from '../crypto/keyed-hash.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { JobQueues } from '../queue/job-queues.js';
import {
  HoldsPersonalData,
  type ColumnFates,
  type DataSubject,
  type ExportSection,
  type PersonalDataHolder,
} from './personal-data.js';
import { keptSince, retentionBatch } from './retention.js';

/** States of queue jobs that have not been done, or could not be. */
const undone = ['waiting', 'delayed', 'prioritized', 'failed'] as const;
const pageSize = 500;

/** Mails on their way, the demo mailbox, repeated requests, and the log of what was done. */
@HoldsPersonalData()
@Injectable()
export class PlatformPersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    demo_mail: { recipient: 'deleted', subject: 'deleted', text: 'deleted', about: 'deleted' },
    outbox: { job_name: 'impersonal', payload: 'deleted' },
    idempotency_key: { account_id: 'deleted', subject_id: 'deleted' },
    // Entries hold ids and never what people are called or have written; the table cannot be changed.
    audit_entry: {
      account_id: 'pseudonym',
      subject_id: 'pseudonym',
      subject_type: 'impersonal',
      details: 'impersonal',
    },
    migration: { name: 'impersonal' },
  };

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly keyedHash: KeyedHash,
  ) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT at, action, subject_type AS "subjectType", subject_id AS "subjectId"
       FROM audit_entry WHERE account_id = $1 ORDER BY at, id`,
      [accountId],
    );
    return [{ name: 'actions', title, labels, words: { action: auditTexts, subjectType: subjectWords }, rows }];
  }

  async erase(tx: Transaction, { accountId, email }: DataSubject): Promise<void> {
    await tx.query(`DELETE FROM demo_mail WHERE recipient = $1 OR about = $2`, [email, accountId]);
    await tx.query(`DELETE FROM idempotency_key WHERE account_id = $1`, [accountId]);
    await tx.query(
      `DELETE FROM outbox WHERE job_name = 'mail.send' AND (payload ->> 'to' = $1 OR payload ->> 'about' = $2)`,
      [email, accountId],
    );
  }

  /** Mails that had left the outbox when the person was erased are taken back from the queue. */
  async settle({ accountId, addressHash }: { accountId: string; addressHash: string | null }): Promise<void> {
    await this.database.query(`DELETE FROM idempotency_key WHERE account_id = $1`, [accountId]);
    if (addressHash === null) return;
    const hash = Buffer.from(addressHash, 'base64url');
    const queue = this.queues.queue('background');
    for (const state of undone) {
      // What is removed makes the rest move up.
      for (let start = 0; ; start += pageSize) {
        const jobs = await queue.getJobs([state], start, start + pageSize - 1);
        const isTheirs = (to: string) => this.keyedHash.matches('mail-address', to, hash);
        const theirs = jobs.filter((job) => isMailTo(job, isTheirs) || isMailAbout(job, accountId));
        for (const job of theirs) await job.remove();
        if (jobs.length < pageSize) break;
        start -= theirs.length;
      }
    }
  }

  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH mails AS (
         DELETE FROM demo_mail WHERE id IN (SELECT id FROM demo_mail WHERE sent_at < $1 LIMIT $3) RETURNING 1),
       keys AS (
         DELETE FROM idempotency_key WHERE (account_id, key) IN (
           SELECT account_id, key FROM idempotency_key WHERE created_at < $2 LIMIT $3) RETURNING 1)
       SELECT 1 FROM mails UNION ALL SELECT 1 FROM keys`,
      [keptSince('demoMail', now), keptSince('idempotencyKey', now), retentionBatch],
    );
    return rows.length >= retentionBatch;
  }
}

/** The last mail, which tells that everything is gone, still goes out. */
function isMailTo(job: Job<{ to?: string; template?: string }>, isTheirs: (to: string) => boolean): boolean {
  const { to, template } = job.data;
  return job.name === 'mail.send' && to !== undefined && template !== 'accountErased' && isTheirs(to);
}

function isMailAbout(job: Job<{ about?: string }>, accountId: string): boolean {
  return job.name === 'mail.send' && job.data.about === accountId;
}

const title = {
  fi: 'Mitä olet tehnyt palvelussa',
  sv: 'Vad du har gjort i tjänsten',
  en: 'What you did in the service',
};

/** What the log of actions calls things. */
const labels = {
  at: { fi: 'Aika', sv: 'Tid', en: 'Time' },
  action: { fi: 'Toimi', sv: 'Åtgärd', en: 'Action' },
  subjectType: { fi: 'Kohteen laji', sv: 'Vad det gällde', en: 'Kind of thing' },
  subjectId: { fi: 'Kohteen tunniste', sv: 'Identifierare', en: 'Identifier of the thing' },
};
