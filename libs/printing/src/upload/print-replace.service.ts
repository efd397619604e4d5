import { Injectable } from '@nestjs/common';
import type { StoredFile } from '#libs/platform';
import { PrintFileChange, wishedMaterial } from './print-file-change.service.js';
import type { PrintChange } from '../job/print-change.js';

export interface Replacement {
  readonly file: StoredFile;
  readonly fileName: string;
  readonly material?: string | undefined;
}

/** Puts another file in the place of the one that was sent. */
@Injectable()
export class PrintReplaceService {
  constructor(private readonly files: PrintFileChange) {}

  /**
   * The new file is analysed and looked at like the first one; the print keeps its place among those that wait for
   * staff. Whatever was made of the old one, or attached to it, is forgotten with it.
   * @throws Problem as {@link PrintFileChange.apply}
   */
  async replace(change: PrintChange, { file, fileName, material }: Replacement): Promise<void> {
    await this.files.apply(change, {
      action: 'print-job.replace-file',
      file,
      changesOf: (job) => ({
        fileName,
        fileSha256: file.sha256,
        fileBytes: String(file.sizeBytes),
        material: material ?? wishedMaterial(job),
        modelFormat: null,
        sourceVersion: job.sourceVersion + 1,
      }),
    });
  }
}
