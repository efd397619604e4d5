import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { largestPictureBytes, type PictureType } from '#libs/contracts';
import { Clock, Database, FileStore, Problem } from '#libs/platform';
import { PrintUploadService } from '../upload/print-upload.service.js';
import { AttemptPictureRepository } from './attempt-picture.repository.js';

/** Stores the picture of a failed print, beside the other files of prints. */
@Injectable()
export class PictureKeeping {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly uploads: PrintUploadService,
    private readonly attempts: AttemptPictureRepository,
  ) {}

  async keep(askingId: string, { content, type }: { content: Uint8Array; type: PictureType }): Promise<void> {
    const file = await this.files.put(Readable.from([Buffer.from(content)]), largestPictureBytes);
    const hub = await this.database.transaction(async (tx) => {
      await this.uploads.hold(tx, file);
      const kept = { sha256: file.sha256, mediaType: type, now: this.clock.now() };
      const slug = await this.attempts.keep(tx, askingId, kept);
      if (slug !== undefined) tx.changed(slug, 'queue');
      return slug;
    });
    if (hub !== undefined) return;
    await this.uploads.discard(file);
    throw new Problem('not_found');
  }
}
