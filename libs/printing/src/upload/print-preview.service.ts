import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ModelFormat } from '#libs/contracts';
import { isStaffOf, ReadLogService, type Viewer } from '#libs/people';
import { FileStore, Problem } from '#libs/platform';
import { openStored } from './open-stored.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository } from '../job/print-job.repository.js';

/** What can be looked at of a print. */
export type PreviewKind = 'thumbnail' | 'toolpath' | 'model' | 'print-file';

/** One of them as it lies in the store; its bytes never change. */
export interface PrintPreview {
  readonly sha256: string;
  /** Null when it is no model. */
  readonly modelFormat: ModelFormat | null;
  /** @throws Problem `print.file_missing` */
  open(): Promise<Readable>;
}

/** Picture, toolpath, model and print file of a print, for its owner and staff. */
@Injectable()
export class PrintPreviewService {
  constructor(
    private readonly jobs: PrintJobRepository,
    private readonly files: FileStore,
    private readonly reads: ReadLogService,
  ) {}

  /** @throws Problem `not_found` to anybody else, and when the print has none */
  async find(viewer: Viewer, printJobId: string, kind: PreviewKind): Promise<PrintPreview> {
    const job = await this.jobs.find(printJobId);
    const mayLook = job !== null && (job.accountId === viewer.accountId || isStaffOf(viewer, job.hubId));
    const sha256 = mayLook ? fileOf(job, kind) : null;
    if (!mayLook || sha256 === null) throw new Problem('not_found');
    // A picture has no names in it that would be found on its way out; what is looked at is somebody's own all the same.
    if (isStaffOf(viewer, job.hubId))
      await this.reads.write(viewer, 'prints', [{ personId: job.accountId, hub: job.hubId }]);
    return { sha256, modelFormat: job.modelFormat, open: () => openStored(this.files, sha256) };
  }
}

function fileOf(job: PrintJob, kind: PreviewKind): string | null {
  if (kind === 'thumbnail') return job.thumbnailSha256;
  if (kind === 'toolpath') return job.toolpathSha256;
  if (kind === 'print-file') return job.gcodeSha256;
  return job.modelFormat === null ? null : job.fileSha256;
}
