import { Injectable } from '@nestjs/common';
import type { PrintJobState } from '#libs/contracts';
import { isStaffOf } from '#libs/people';
import { Database, Problem, type AuditAction, type StoredFile, type Transaction } from '#libs/platform';
import { PrintUploadService } from './print-upload.service.js';
import { analysisJobId } from '../analysis/analysis-job-id.js';
import { findOwnPrint } from '../job/find-own-print.js';
import { PrintAdmission } from '../job/print-admission.service.js';
import { assertUnchanged, type PrintChange } from '../job/print-change.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository, type JobChanges } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';

/** States in which nobody has approved the files, and others may take their place. */
const changeable: readonly PrintJobState[] = ['needs_changes', 'awaiting_review'];

export interface FileChange {
  readonly action: AuditAction;
  /** What comes; it is forgotten when it does not become one of the print's files. */
  readonly file?: StoredFile;
  /** What changes in the job besides that nothing is known of its files any more. */
  readonly changesOf: (job: PrintJob) => JobChanges;
}

/** Exchanges one of a print's files before anybody has approved it; the print stays the same and is read anew. */
@Injectable()
export class PrintFileChange {
  constructor(
    private readonly database: Database,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
    private readonly uploads: PrintUploadService,
    private readonly admission: PrintAdmission,
  ) {}

  /**
   * @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it was approved or is over,
   *   `precondition.failed`, `print.unsupported_file` when the file is empty, `person.blocked`
   */
  async apply(change: PrintChange, files: FileChange): Promise<void> {
    try {
      await this.exchange(change, files);
    } catch (error) {
      if (files.file) await this.uploads.discard(files.file);
      throw error;
    }
  }

  private async exchange(change: PrintChange, files: FileChange): Promise<void> {
    const { viewer, printJobId } = change;
    if (files.file?.sizeBytes === 0) throw new Problem('print.unsupported_file');
    const { hubId } = await findOwnPrint(this.jobs, viewer, printJobId);
    const hub = await this.printers.findHub(hubId);
    if (hub === undefined) throw new Problem('not_found');
    await this.database.transaction(async (tx) => {
      // The file before the print, as everybody does who needs both.
      if (files.file) await this.uploads.hold(tx, files.file);
      const job = await this.jobs.lock(tx, printJobId);
      if (job === null) throw new Problem('not_found');
      assertUnchanged(change, job);
      if (!isStaffOf(viewer, job.hubId)) await this.admission.assertMaySend(tx, job);
      await this.readAnew(tx, job, { ...files, by: viewer.accountId });
      const subject = { subjectType: 'print_job' as const, subjectId: job.id };
      tx.record({ accountId: viewer.accountId, action: files.action, ...subject });
      tx.changed(hub.slug, 'queue');
    });
  }

  private async readAnew(
    tx: Transaction,
    job: PrintJob,
    { changesOf, by }: FileChange & { by: string },
  ): Promise<void> {
    if (!changeable.includes(job.status)) throw new Problem('print.wrong_state');
    const fileVersion = job.fileVersion + 1;
    const filesFromStaff = by !== job.accountId;
    const changes = { ...nothingKnown, ...changesOf(job), fileVersion, filesFromStaff };
    await this.jobs.transition(tx, job.id, { from: [job.status], to: 'analysing', changes });
    for (const sha256 of filesLeft(job, changes)) tx.enqueue('print.forget-file', { sha256 });
    tx.enqueue('print.analyse', { printJobId: job.id }, { jobId: analysisJobId({ id: job.id, fileVersion }) });
  }
}

const nothingKnown = {
  analysis: null,
  analysedAt: null,
  refusalCode: null,
  thumbnailSha256: null,
  toolpathSha256: null,
  gcodeSha256: null,
  gcodeBytes: null,
  gcodeOrigin: null,
  gcodeName: null,
} satisfies JobChanges;

/** @returns what the job had, and has no more */
function filesLeft(job: PrintJob, { fileSha256 = job.fileSha256 }: JobChanges): string[] {
  const before = [job.gcodeSha256, job.thumbnailSha256, job.toolpathSha256];
  const source = fileSha256 === job.fileSha256 ? null : job.fileSha256;
  return [source, ...before].filter((sha256) => sha256 !== null);
}

/** What only the old file said of its material is nobody's wish. */
export function wishedMaterial({ material, analysis }: PrintJob): string | null {
  return material === (analysis?.filaments[0]?.material ?? null) ? null : material;
}
