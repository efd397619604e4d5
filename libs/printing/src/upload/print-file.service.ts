import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore, Problem } from '#libs/platform';
import { PrintFileLink } from './print-file-link.js';
import { PrintJobRepository } from '../job/print-job.repository.js';

/** Gives a print file, as plain G-code, to whoever holds a valid link to it. */
@Injectable()
export class PrintFileService {
  constructor(
    private readonly links: PrintFileLink,
    private readonly jobs: PrintJobRepository,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem `not_found` for a forged or expired link as well, which tells nothing */
  async open(link: {
    printJobId: string;
    expires: number;
    signature: string;
  }): Promise<{ stream: Readable; sizeBytes: number }> {
    const job = this.links.isValid(link) ? await this.jobs.find(link.printJobId) : null;
    if (job === null || job.fileSha256 === null) throw new Problem('not_found');
    const { gcodeSha256, gcodeBytes } = job;
    if (gcodeSha256 !== null) return { stream: this.files.read(gcodeSha256), sizeBytes: Number(gcodeBytes) };
    return { stream: this.files.read(job.fileSha256), sizeBytes: Number(job.fileBytes) };
  }
}
