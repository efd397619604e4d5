import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore, Problem } from '#libs/platform';
import { PrintFileLink } from './print-file-link.js';
import { openStored } from './open-stored.js';
import { PrintJobRepository } from '../job/print-job.repository.js';

/** Gives a print file, as plain G-code, to whoever holds a valid link to it. */
@Injectable()
export class PrintFileService {
  constructor(
    private readonly links: PrintFileLink,
    private readonly jobs: PrintJobRepository,
    private readonly files: FileStore,
  ) {}

  /**
   * @throws Problem `not_found` for a forged or expired link as well, which tells nothing; `print.file_missing` when the
   * store has lost the file
   */
  async open(link: {
    printJobId: string;
    expires: number;
    signature: string;
  }): Promise<{ stream: Readable; sizeBytes: number }> {
    const job = this.links.isValid(link) ? await this.jobs.find(link.printJobId) : null;
    if (job === null || job.fileSha256 === null) throw new Problem('not_found');
    const { gcodeSha256, gcodeBytes, fileSha256, fileBytes } = job;
    const sizeBytes = Number(gcodeSha256 === null ? fileBytes : gcodeBytes);
    return { stream: await openStored(this.files, gcodeSha256 ?? fileSha256), sizeBytes };
  }
}
