import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Problem, type StoredFile } from '#libs/platform';
import { PrintFileChange, wishedMaterial } from './print-file-change.service.js';
import type { PrintChange } from '../job/print-change.js';

/** What staff sliced themselves: the print file, beside what was sent. */
@Injectable()
export class PrintAttachmentService {
  constructor(private readonly files: PrintFileChange) {}

  /**
   * From now on the printer gets this file; it is analysed as any other. What was sent stays.
   * @throws Problem `auth.forbidden` to the owner, and as {@link PrintFileChange.apply}
   */
  async attach(change: PrintChange, { file, fileName }: { file: StoredFile; fileName: string }): Promise<void> {
    await this.files.apply(change, {
      action: 'print-job.attach-file',
      file,
      changesOf: (job) => {
        assertStaff(change.viewer, job.hubId);
        return {
          gcodeSha256: file.sha256,
          gcodeBytes: String(file.sizeBytes),
          gcodeOrigin: 'attached',
          gcodeName: fileName,
          material: wishedMaterial(job),
        };
      },
    });
  }

  /**
   * Takes it away again; what was sent is read anew, and sliced here where that can be done.
   * @throws Problem `print.wrong_state` when staff have attached none, and as {@link attach}
   */
  async detach(change: PrintChange): Promise<void> {
    await this.files.apply(change, {
      action: 'print-job.detach-file',
      changesOf: (job) => {
        assertStaff(change.viewer, job.hubId);
        if (job.gcodeOrigin !== 'attached') throw new Problem('print.wrong_state');
        return { material: wishedMaterial(job) };
      },
    });
  }
}

function assertStaff(viewer: Viewer, hubId: string): void {
  if (!isStaffOf(viewer, hubId)) throw new Problem('auth.forbidden');
}
