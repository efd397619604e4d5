import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { isStaffOf, ReadLogService, type Viewer } from '#libs/people';
import { FileStore, Problem } from '#libs/platform';
import { openStored } from './open-stored.js';
import { PrintJobRepository } from '../job/print-job.repository.js';

/** The picture of a print, for its owner and staff. */
@Injectable()
export class PrintThumbnailService {
  constructor(
    private readonly jobs: PrintJobRepository,
    private readonly files: FileStore,
    private readonly reads: ReadLogService,
  ) {}

  /** @throws Problem `not_found` to anybody else, and while there is no picture; `print.file_missing` */
  async open(viewer: Viewer, printJobId: string): Promise<Readable> {
    const job = await this.jobs.find(printJobId);
    const mayLook = job !== null && (job.accountId === viewer.accountId || isStaffOf(viewer, job.hubId));
    if (!mayLook || job.thumbnailSha256 === null) throw new Problem('not_found');
    // A picture has no names in it that would be found on its way out; what is looked at is somebody's own all the same.
    if (isStaffOf(viewer, job.hubId))
      await this.reads.write(viewer, 'prints', [{ personId: job.accountId, hub: job.hubId }]);
    return openStored(this.files, job.thumbnailSha256);
  }
}
