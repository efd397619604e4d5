import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { HandlesJob } from '#libs/platform';
import { PrintUploadService } from '../upload/print-upload.service.js';

/** Deletes stored files that no job needs any more; one that somebody else has uploaded, too, stays. */
@Injectable()
export class PrintFileForgetter {
  constructor(private readonly uploads: PrintUploadService) {}

  @HandlesJob('print.forget-file')
  async forget({ sha256 }: JobPayload<'print.forget-file'>): Promise<void> {
    await this.uploads.discard({ sha256 });
  }
}
