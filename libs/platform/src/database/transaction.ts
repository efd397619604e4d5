import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../audit/audit-texts.js';
import { actingSessionOf } from '../audit/acting-session.js';
import type { SubjectType } from '../audit/subject-words.js';
import { jobs, type JobName, type JobPayload, type LiveEvent, type LiveTopic } from '#libs/contracts';

interface OutboxRow {
  jobName: JobName;
  payload: unknown;
  jobId: string | null;
  runAt: Date | null;
}

export interface AuditEntry {
  /** Null when nobody did it but time. */
  accountId: string | null;
  /** Domain verb, `print-job.approve`. */
  action: AuditAction;
  subjectType: SubjectType;
  subjectId: string;
  /** Where it was done; needed for what is of no hub by itself, like a person. Others are looked up when it is left out. */
  hubId?: string | null;
  details?: Record<string, unknown>;
}

export interface EnqueueOptions {
  /** Id of the queue job; a second one with the same id waits for nothing and is dropped while the first is there. */
  jobId?: string;
  /** Not before this instant. */
  runAt?: Date;
}

/**
 * One database transaction and what it promises to the outside: jobs and live events leave only after the commit,
 * and jobs leave surely, because they are rows of the same transaction.
 */
export class Transaction {
  private readonly outbox: OutboxRow[] = [];
  private readonly audit: (AuditEntry & { sessionId: string | null })[] = [];
  private readonly changes = new Map<string, LiveEvent>();

  constructor(readonly manager: EntityManager) {}

  /**
   * Runs SQL in this transaction.
   * @returns the rows
   */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, [...parameters]));
  }

  /** Promises a background job. */
  enqueue<N extends JobName>(jobName: N, payload: JobPayload<N>, options: EnqueueOptions = {}): void {
    this.outbox.push({
      jobName,
      payload: jobs[jobName].schema.parse(payload),
      jobId: options.jobId ?? null,
      runAt: options.runAt ?? null,
    });
  }

  /** Tells open screens, after the commit, that something of these topics changed in a hub. */
  changed(hub: string, ...topics: LiveTopic[]): void {
    for (const topic of topics) this.changes.set(`${topic}/${hub}`, { topic, hub });
  }

  /** Records who did what to which thing; from which session is known by itself. */
  record(entry: AuditEntry): void {
    this.audit.push({ ...entry, sessionId: actingSessionOf(entry.accountId) });
  }

  /**
   * Writes what was promised; the last thing before the commit.
   * @param at instant of the audit entries
   * @returns whether jobs wait in the outbox
   */
  async flush(at: Date): Promise<boolean> {
    if (this.audit.length + this.outbox.length > 0) {
      await this.manager.query(flushSql, [at, JSON.stringify(this.audit), JSON.stringify(this.outbox)]);
    }
    return this.outbox.length > 0;
  }

  get liveEvents(): LiveEvent[] {
    return [...this.changes.values()];
  }
}

const flushSql = `
  WITH audited AS (
    INSERT INTO audit_entry (at, account_id, session_id, action, subject_type, subject_id, hub_id, details)
    SELECT $1, "accountId", "sessionId", action, "subjectType", "subjectId",
      coalesce("hubId", hub_of_thing("subjectType", "subjectId")), coalesce(details, '{}')
    FROM jsonb_to_recordset($2)
      AS r("accountId" uuid, "sessionId" uuid, action text, "subjectType" text, "subjectId" uuid, "hubId" uuid,
        details jsonb))
  INSERT INTO outbox (job_name, payload, job_id, run_at)
  SELECT "jobName", payload, "jobId", "runAt"
  FROM jsonb_to_recordset($3) AS r("jobName" text, payload jsonb, "jobId" text, "runAt" timestamptz)`;

/** TypeORM answers `[rows, count]` to UPDATE and DELETE, and plain rows to everything else. */
export function rowsOf<Row>(result: unknown): Row[] {
  const list = result as unknown[];
  const isPair = list.length === 2 && Array.isArray(list[0]) && typeof list[1] === 'number';
  return (isPair ? list[0] : list) as Row[];
}
