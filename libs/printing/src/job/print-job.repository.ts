import { Injectable } from '@nestjs/common';
import type { GcodeOrigin, ModelFormat, PrintAnalysis, PrintJobState, ProblemCode } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';
import { PrintJob } from './print-job.entity.js';
import { canBecome } from '../rules/print-job-transitions.js';
import type { PrioritySpan, QueuePlace } from '../rules/queue-priority.js';

export interface NewPrintJob {
  hubId: string;
  accountId: string;
  fileName: string;
  fileSha256: string;
  fileBytes: number;
  material: string | null;
  note: string | null;
  preferredPrinterId: string | null;
}

/** What may change along with a job's state; what is left out stays as it is. */
export interface JobChanges {
  analysis?: PrintAnalysis | null;
  material?: string | null;
  fileName?: string;
  /** Null when nothing can be printed from the file. */
  fileSha256?: string | null;
  fileBytes?: string;
  fileVersion?: number;
  filesFromStaff?: boolean;
  sourceVersion?: number;
  thumbnailSha256?: string | null;
  toolpathSha256?: string | null;
  modelFormat?: ModelFormat | null;
  gcodeSha256?: string | null;
  gcodeBytes?: string | null;
  gcodeOrigin?: GcodeOrigin | null;
  gcodeName?: string | null;
  refusalCode?: ProblemCode | null;
  reviewReason?: string | null;
  queuedAt?: Date | null;
  queuePriority?: number;
  queuePriorityReason?: string | null;
  analysedAt?: Date | null;
  approvedAt?: Date;
  autoApproved?: boolean;
}

export interface Transition {
  from: readonly PrintJobState[];
  to: PrintJobState;
  changes?: JobChanges;
  /** The file it must still have; absent when any will do. */
  fileVersion?: number;
}

/** Print jobs; their state is changed only by compare-and-swap. */
@Injectable()
export class PrintJobRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<PrintJob | null> {
    return this.database.manager.findOneBy(PrintJob, { id });
  }

  /** Locks a job, so that its state stays as it is read until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<PrintJob | null> {
    return tx.manager.findOne(PrintJob, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, job: NewPrintJob): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, material, note,
         preferred_printer_id, created_at, updated_at)
       VALUES ($1, $2, 'analysing', $3, $4, $5, $6, $7, $8, $9, $9) RETURNING id`,
      [
        job.hubId,
        job.accountId,
        job.fileName,
        job.fileSha256,
        job.fileBytes,
        job.material,
        job.note,
        job.preferredPrinterId,
        this.clock.now(),
      ],
    );
    if (row === undefined) throw new Error('the database gave no id');
    return row.id;
  }

  /**
   * Moves a job to another state if it is still in one of the expected ones.
   * @returns false when it is not, or has another file; then nothing was changed
   * @throws Error when one of the expected states may not become the new one
   */
  async transition(tx: Transaction, id: string, { from, to, changes = {}, fileVersion }: Transition): Promise<boolean> {
    const forbidden = from.filter((state) => !canBecome(state, to));
    if (forbidden.length > 0) throw new Error(`a print job cannot become ${to} from ${forbidden.join(', ')}`);
    const result = await tx.manager
      .createQueryBuilder()
      .update(PrintJob)
      .set({ ...changes, status: to, updatedAt: this.clock.now(), version: () => 'version + 1' })
      .where('id = :id AND status = ANY(:from) AND file_version = coalesce(:fileVersion, file_version)', {
        id,
        from,
        fileVersion: fileVersion ?? null,
      })
      .execute();
    return result.affected === 1;
  }

  /** What the hub's other prints have been moved to; also those that a printer has now, as they may come back. */
  async prioritiesOfOthers(tx: Transaction, { id, hubId }: PrintJob): Promise<PrioritySpan> {
    const [span] = await tx.query<PrioritySpan>(
      `SELECT coalesce(min(queue_priority), 0) AS lowest, coalesce(max(queue_priority), 0) AS highest
       FROM print_job WHERE hub_id = $1 AND id <> $2 AND status NOT IN ('done', 'rejected', 'cancelled')`,
      [hubId, id],
    );
    return span ?? { lowest: 0, highest: 0 };
  }

  /** Puts a job that is locked elsewhere in the queue. */
  async place(tx: Transaction, id: string, place: QueuePlace): Promise<void> {
    await tx.manager.update(PrintJob, { id }, { ...place, updatedAt: this.clock.now(), version: () => 'version + 1' });
  }

  /** Says that a job's file is a model, while it is still being worked at. @returns false when it no longer is */
  async showModel(tx: Transaction, job: PrintJob, modelFormat: ModelFormat): Promise<boolean> {
    const { id, fileVersion } = job;
    const { affected } = await tx.manager.update(
      PrintJob,
      { id, fileVersion, status: 'analysing' },
      { modelFormat, updatedAt: this.clock.now(), version: () => 'version + 1' },
    );
    return affected === 1;
  }

  /** One at a time makes a job of a stored file, or forgets it. */
  async lockFile(tx: Transaction, sha256: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [sha256]);
  }

  /** @returns those of the stored files that no job needs */
  async unneeded(files: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT unnest($1::text[]) AS sha256
       EXCEPT SELECT file_sha256 FROM print_job EXCEPT SELECT gcode_sha256 FROM print_job
       EXCEPT SELECT thumbnail_sha256 FROM print_job EXCEPT SELECT toolpath_sha256 FROM print_job
       EXCEPT SELECT sha256 FROM print_attempt_picture`,
      [files],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Whether any job, or the picture of one that failed, still needs a stored file. */
  async usesFile(tx: Transaction, sha256: string): Promise<boolean> {
    const isPrints = await tx.manager.exists(PrintJob, {
      where: [{ fileSha256: sha256 }, { gcodeSha256: sha256 }, { thumbnailSha256: sha256 }, { toolpathSha256: sha256 }],
    });
    if (isPrints) return true;
    const pictures = await tx.query(`SELECT FROM print_attempt_picture WHERE sha256 = $1 LIMIT 1`, [sha256]);
    return pictures.length > 0;
  }
}
