import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { UploadFields } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import {
  Config,
  Database,
  FileStore,
  FileTooLargeError,
  findEarlierResult,
  Problem,
  rememberResult,
  type StoredFile,
  type Transaction,
} from '#libs/platform';
import { analysisJobId } from '../analysis/analysis-job-id.js';
import { PrintAdmission } from '../job/print-admission.service.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';

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
    private readonly admission: PrintAdmission,
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

  /** Forgets a stored file that did not become a job; one that other jobs have, too, stays. */
  async discard({ sha256 }: Pick<StoredFile, 'sha256'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.jobs.lockFile(tx, sha256);
      if (!(await this.jobs.usesFile(tx, sha256))) await this.files.delete(sha256);
    });
  }

  /**
   * Makes the job and promises its analysis. A file that does not become a job is forgotten.
   * @returns the job's id; for a repeated `Idempotency-Key` that of the first time
   * @throws Problem `not_found` when there is no such hub or printer, `print.unsupported_file` when the file is empty,
   *   `person.blocked`, `print.limit_reached`
   */
  async submit(viewer: Viewer, upload: PrintUpload, idempotencyKey: string | undefined): Promise<string> {
    try {
      return await this.makeJob(viewer, upload, idempotencyKey);
    } catch (error) {
      await this.discard(upload.file);
      throw error;
    }
  }

  private async makeJob(viewer: Viewer, upload: PrintUpload, idempotencyKey: string | undefined): Promise<string> {
    if (upload.file.sizeBytes === 0) throw new Problem('print.unsupported_file');
    const hub = await this.printers.findHub(upload.hub);
    if (hub === undefined) throw new Problem('not_found');
    const preferredPrinterId = await this.findPreferred(hub.id, upload.preferredPrinter);
    const request = idempotencyKey && { accountId: viewer.accountId, key: idempotencyKey, body: upload };
    return this.database.transaction(async (tx) => {
      const earlier = request ? await findEarlierResult(tx, request) : undefined;
      if (earlier !== undefined) return earlier;
      const { accountId } = viewer;
      if (!isStaffOf(viewer, hub.id)) await this.admission.assertMaySend(tx, { accountId, hubId: hub.id });
      await this.hold(tx, upload.file);
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
      tx.enqueue('print.analyse', { printJobId: id }, { jobId: analysisJobId({ id, fileVersion: 1 }) });
      tx.changed(hub.slug, 'queue');
      return id;
    });
  }

  /**
   * Keeps the file from being discarded by somebody who uploaded the same one, and got nothing for it.
   * @throws Problem `service.unavailable` when it just was; then another try helps
   */
  async hold(tx: Transaction, { sha256 }: StoredFile): Promise<void> {
    await this.jobs.lockFile(tx, sha256);
    if (!(await this.files.has(sha256))) throw new Problem('service.unavailable');
  }

  private async findPreferred(hubId: string, slug: string | undefined): Promise<string | null> {
    if (slug === undefined || slug === '') return null;
    const printer = await this.printers.findIdBySlug(hubId, slug);
    if (printer === undefined) throw new Problem('not_found');
    return printer;
  }
}
