import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PictureType } from '#libs/contracts';
import { isStaffOf, ReadLogService, type Viewer } from '#libs/people';
import { FileStore, Problem } from '#libs/platform';
import { openStored } from '../upload/open-stored.js';
import { AttemptPictureRepository } from './attempt-picture.repository.js';

/** The kept picture of a failed print; its bytes never change. */
export interface KeptPicture {
  sha256: string;
  type: PictureType;
  /** @throws Problem `print.file_missing` */
  open(): Promise<Readable>;
}

/** Shows what a camera saw when a print failed. */
@Injectable()
export class AttemptPictureView {
  constructor(
    private readonly pictures: AttemptPictureRepository,
    private readonly files: FileStore,
    private readonly reads: ReadLogService,
  ) {}

  /** @throws Problem `not_found` to anybody but owner and staff, and when there is none */
  async find(viewer: Viewer, printJobId: string, attempt: number): Promise<KeptPicture> {
    const picture = await this.pictures.find(printJobId, attempt);
    if (picture === undefined) throw new Problem('not_found');
    const { accountId: personId, hubId, sha256, mediaType } = picture;
    const isStaff = isStaffOf(viewer, hubId);
    if (!isStaff && personId !== viewer.accountId) throw new Problem('not_found');
    if (isStaff) await this.reads.write(viewer, 'prints', [{ personId, hub: hubId }]);
    return { sha256, type: mediaType, open: () => openStored(this.files, sha256) };
  }
}
