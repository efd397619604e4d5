import { Injectable } from '@nestjs/common';
import type { PrintJobState } from '#libs/contracts';
import { isStaffOf } from '#libs/people';
import { Database, Problem, type StoredFile, type Transaction } from '#libs/platform';
import { analysisJobId } from '../analysis/analysis-job-id.js';
import { assertUnchanged, type PrintChange } from '../job/print-change.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintAdmission } from '../job/print-admission.service.js';
import { PrintJobRepository, type JobChanges } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { PrintUploadService } from './print-upload.service.js';

/** States in which nobody has approved the file, and another one may take its place. */
const replaceable: readonly PrintJobState[] = ['needs_changes', 'awaiting_review'];

export interface Replacement {
  readonly file: StoredFile;
  readonly fileName: string;
  readonly material?: string | undefined;
}

/** Puts another file in the place of one that was not approved; the print stays the same. */
@Injectable()
export class PrintReplaceService {
  constructor(
    private readonly database: Database,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
    private readonly uploads: PrintUploadService,
    private readonly admission: PrintAdmission,
  ) {}

  /**
   * The new file is analysed and looked at like the first one; the print keeps its place among those that wait for
   * staff. What does not become the print's file is forgotten, and so is the old one.
   * @throws Problem `not_found` to anybody but owner and staff, `print.wrong_state` when it was approved or is over,
   *   `precondition.failed`, `print.unsupported_file` when the file is empty, `person.blocked`
   */
  async replace(change: PrintChange, replacement: Replacement): Promise<void> {
    try {
      await this.exchange(change, replacement);
    } catch (error) {
      await this.uploads.discard(replacement.file);
      throw error;
    }
  }

  private async exchange(change: PrintChange, replacement: Replacement): Promise<void> {
    if (replacement.file.sizeBytes === 0) throw new Problem('print.unsupported_file');
    const { viewer, printJobId } = change;
    const known = await this.jobs.find(printJobId);
    const mayChange = known?.accountId === viewer.accountId || isStaffOf(viewer, known?.hubId ?? '');
    const hub = known === null || !mayChange ? undefined : await this.printers.findHub(known.hubId);
    if (hub === undefined) throw new Problem('not_found');
    await this.database.transaction(async (tx) => {
      // The file before the print, as everybody does who needs both.
      await this.uploads.hold(tx, replacement.file);
      const job = await this.jobs.lock(tx, printJobId);
      if (job === null) throw new Problem('not_found');
      assertUnchanged(change, job);
      if (!isStaffOf(viewer, job.hubId)) await this.admission.assertMaySend(tx, job);
      await this.put(tx, job, replacement);
      const subject = { subjectType: 'print_job', subjectId: job.id };
      tx.record({ accountId: viewer.accountId, action: 'print-job.replace-file', ...subject });
      tx.changed(hub.slug, 'queue');
    });
  }

  private async put(tx: Transaction, job: PrintJob, replacement: Replacement): Promise<void> {
    if (!replaceable.includes(job.status)) throw new Problem('print.wrong_state');
    const fileVersion = job.fileVersion + 1;
    const changes = { ...freshFile, ...changesTo(job, replacement), fileVersion };
    await this.jobs.transition(tx, job.id, { from: [job.status], to: 'analysing', changes });
    for (const sha256 of [job.fileSha256, job.gcodeSha256, job.thumbnailSha256, job.toolpathSha256]) {
      if (sha256 !== null) tx.enqueue('print.forget-file', { sha256 });
    }
    tx.enqueue('print.analyse', { printJobId: job.id }, { jobId: analysisJobId({ id: job.id, fileVersion }) });
  }
}

/** Nothing is known of a file that has just come. */
const freshFile = {
  analysis: null,
  analysedAt: null,
  refusalCode: null,
  thumbnailSha256: null,
  toolpathSha256: null,
  gcodeSha256: null,
  gcodeBytes: null,
  modelFormat: null,
} satisfies JobChanges;

function changesTo(job: PrintJob, { file, fileName, material }: Replacement): JobChanges {
  // What only the old file said of its material is not the owner's wish.
  const wished = job.material === (job.analysis?.filaments[0]?.material ?? null) ? null : job.material;
  return {
    fileName,
    fileSha256: file.sha256,
    fileBytes: String(file.sizeBytes),
    material: material ?? wished,
  };
}
