import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { UploadFields } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import {
  Config,
  Database,
  FileStore,
  FileTooLargeError,
  findEarlierResult,
  Problem,
  rememberResult,
  type StoredFile,
} from '#libs/platform';
import { PrintJobRepository } from './print-job.repository.js';
import { PrinterRepository } from './printer.repository.js';

const bytesPerMegabyte = 1024 * 1024;

export interface PrintUpload extends UploadFields {
  file: StoredFile;
  fileName: string;
}

/** Takes a file in and makes a print job of it. */
@Injectable()
export class PrintUploadService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
  ) {}

  /**
   * Streams the file to the store.
   * @throws Problem `print.too_large`
   */
  async store(source: Readable): Promise<StoredFile> {
    try {
      return await this.files.put(source, this.config.maxUploadBytes);
    } catch (error) {
      if (!(error instanceof FileTooLargeError)) throw error;
      const maxMegabytes = Math.round(error.maxBytes / bytesPerMegabyte);
      throw new Problem('print.too_large', { params: { maxMegabytes }, cause: error });
    }
  }

  /** Forgets a stored file that did not become a job. */
  async discard(file: StoredFile): Promise<void> {
    if (!(await this.jobs.usesFile(file.sha256))) await this.files.delete(file.sha256);
  }

  /**
   * Makes the job and promises its analysis.
   * @returns the job's id; for a repeated `Idempotency-Key` that of the first time
   * @throws Problem `not_found` when there is no such hub or printer, `print.unsupported_file` when the file is empty
   */
  async submit(viewer: Viewer, upload: PrintUpload, idempotencyKey: string | undefined): Promise<string> {
    if (upload.file.sizeBytes === 0) throw new Problem('print.unsupported_file');
    const hub = await this.printers.findHub(upload.hub);
    if (hub === undefined) throw new Problem('not_found');
    const preferredPrinterId = await this.findPreferred(hub.id, upload.preferredPrinter);
    const request = idempotencyKey && { accountId: viewer.accountId, key: idempotencyKey, body: upload };
    return this.database.transaction(async (tx) => {
      const earlier = request ? await findEarlierResult(tx, request) : undefined;
      if (earlier !== undefined) return earlier;
      const id = await this.jobs.insert(tx, {
        hubId: hub.id,
        accountId: viewer.accountId,
        fileName: upload.fileName,
        fileSha256: upload.file.sha256,
        fileBytes: upload.file.sizeBytes,
        material: upload.material ?? null,
        note: upload.note ?? null,
        preferredPrinterId,
      });
      if (request) await rememberResult(tx, request, id);
      tx.enqueue('print.analyse', { printJobId: id });
      tx.changed(hub.slug, 'queue');
      return id;
    });
  }

  private async findPreferred(hubId: string, slug: string | undefined): Promise<string | null> {
    if (slug === undefined || slug === '') return null;
    const printer = await this.printers.findIdBySlug(hubId, slug);
    if (printer === undefined) throw new Problem('not_found');
    return printer;
  }
}
