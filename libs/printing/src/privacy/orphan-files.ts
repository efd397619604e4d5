import { Injectable } from '@nestjs/common';
import { Clock, FileStore, HandlesJob, keptSince } from '#libs/platform';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrintUploadService } from '../upload/print-upload.service.js';

const batchSize = 500;

/** Deletes what is in the store and belongs to no job, because a process died between the upload and its job. */
@Injectable()
export class OrphanFiles {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly jobs: PrintJobRepository,
    private readonly uploads: PrintUploadService,
  ) {}

  /** May be broken off and done again. An upload of today may be about to become a job. */
  @HandlesJob('print.clean-store')
  async clean(): Promise<void> {
    const before = keptSince('orphanFile', this.clock.now());
    let batch: string[] = [];
    for await (const { sha256, storedAt } of this.files.list()) {
      if (storedAt < before) batch.push(sha256);
      if (batch.length < batchSize) continue;
      await this.discardUnneeded(batch);
      batch = [];
    }
    await this.discardUnneeded(batch);
  }

  private async discardUnneeded(files: readonly string[]): Promise<void> {
    for (const sha256 of await this.jobs.unneeded(files)) await this.uploads.discard({ sha256 });
  }
}
