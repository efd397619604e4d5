import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '#libs/contracts';
import { Clock, FileLostError, FileStore, type Transaction } from '#libs/platform';
import type { AnalysisResult, FileAnalysed } from './analysis-result.js';
import { mailRefusal } from './mail-refusal.js';
import { tellOfReview } from '../approval/tell-of-review.js';
import { AllowanceService } from '../filament/allowance.service.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository, type JobChanges } from '../job/print-job.repository.js';

/** What is to be said of a job's file. */
export interface Conclusion {
  result: AnalysisResult;
  changes: JobChanges;
  refusalCode: ProblemCode | null;
}

interface UselessFile {
  fileSha256: string;
  code: ProblemCode;
}

/** What follows when a file has been read: it goes to staff, back to its owner, or away. */
@Injectable()
export class AnalysisEnding {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly jobs: PrintJobRepository,
    private readonly allowance: AllowanceService,
  ) {}

  /**
   * A file that a public printer must not run goes back to its owner before staff see it; a model is for staff to slice,
   * and what they attached themselves comes back to them.
   */
  async conclude(tx: Transaction, job: PrintJob, { result, changes, refusalCode: found }: Conclusion): Promise<void> {
    if (!result.ok && job.fileSha256 !== null) {
      return this.reject(tx, job, { fileSha256: job.fileSha256, code: result.code });
    }
    const refusalCode = result.ok ? (found ?? (await this.overLimit(tx, job, result))) : found;
    const isOfStaff = found !== null && job.gcodeOrigin === 'attached';
    const forStaff = refusalCode === null || refusalCode === 'print.needs_slicing' || isOfStaff;
    const to = !result.ok ? 'rejected' : forStaff ? 'awaiting_review' : 'needs_changes';
    const made = [changes.thumbnailSha256, changes.toolpathSha256, changes.gcodeSha256].filter(
      (sha256) => typeof sha256 === 'string',
    );
    await this.holdFiles(tx, made);
    const { fileVersion } = job;
    const all = { ...changes, ...(changes.analysis && { analysedAt: this.clock.now() }), refusalCode };
    if (await this.jobs.transition(tx, job.id, { from: ['analysing'], to, changes: all, fileVersion })) {
      if (to === 'needs_changes' && refusalCode !== null) await mailRefusal(tx, job, refusalCode);
      if (job.gcodeSha256 !== null && job.gcodeSha256 !== changes.gcodeSha256)
        tx.enqueue('print.forget-file', { sha256: job.gcodeSha256 });
      if (refusalCode === null) tx.enqueue('print.auto-approve', { printJobId: job.id, fileVersion });
      else if (to === 'awaiting_review') tellOfReview(tx, job);
      return;
    }
    for (const sha256 of made) tx.enqueue('print.forget-file', { sha256 });
  }

  /** A print that does not fit into its owner's month any more; the next one that is read sees this one. */
  private async overLimit(tx: Transaction, job: PrintJob, { analysis }: FileAnalysed): Promise<ProblemCode | null> {
    const { id, accountId, hubId } = job;
    const isAllowed = await this.allowance.fits(tx, { id, accountId, hubId, grams: analysis.totalGrams ?? 0 });
    return isAllowed ? null : 'print.limit_reached';
  }

  /** Nothing can be printed from it, so nothing of it is kept. */
  private async reject(tx: Transaction, job: PrintJob, { fileSha256, code }: UselessFile): Promise<void> {
    const { id, fileVersion } = job;
    const changes = { refusalCode: code, fileSha256: null };
    if (!(await this.jobs.transition(tx, id, { from: ['analysing'], to: 'rejected', changes, fileVersion }))) return;
    tx.enqueue('print.forget-file', { sha256: fileSha256 });
    await mailRefusal(tx, job, code);
  }

  /**
   * Somebody else's job may just have lost the same files, and they with it.
   * @throws FileLostError when they are gone; then the analysis is tried again
   */
  private async holdFiles(tx: Transaction, files: readonly string[]): Promise<void> {
    for (const sha256 of files.toSorted()) {
      await this.jobs.lockFile(tx, sha256);
      if (!(await this.files.has(sha256))) throw new FileLostError(sha256);
    }
  }
}
