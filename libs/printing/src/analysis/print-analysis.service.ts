import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload, ProblemCode } from '#libs/contracts';
import {
  Clock,
  Database,
  FileLostError,
  FileStore,
  HandlesJob,
  type JobRun,
  type StoredFile,
  type Transaction,
} from '#libs/platform';
import type { AnalysisResult, FileAnalysed } from './analysis-result.js';
import { openPrintFile } from './open-print-file.js';
import { analyseInWorker } from './run-in-worker.js';
import { mostTextBytes } from './text/print-text.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository, type JobChanges } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';

const analysisTimeoutMs = 10 * 60_000;
const maxToolpathBytes = 16 * 1024 * 1024;
const maxThumbnailBytes = 4 * 1024 * 1024;

interface UselessFile extends Pick<PrintJob, 'id' | 'fileVersion'> {
  fileSha256: string;
  code: ProblemCode;
}

/** Reads an uploaded file in a worker thread and passes the job on to staff, or back to its owner. */
@Injectable()
export class PrintAnalysisService {
  private readonly logger = new Logger(PrintAnalysisService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
  ) {}

  @HandlesJob('print.analyse')
  async analyse({ printJobId }: JobPayload<'print.analyse'>, run: JobRun): Promise<void> {
    const job = await this.jobs.find(printJobId);
    if (job?.status !== 'analysing') return;
    if (job.fileSha256 === null) throw new Error(`print job ${job.id} has no file`);
    const { result, changes } = await this.files.borrow(job.fileSha256, async (path) => {
      const found = await this.read(job, path, run);
      return { result: found, changes: found.ok ? await this.describe(job, path, found) : {} };
    });
    if (!result.ok) this.logger.log(`print job ${job.id}: ${result.code}, ${result.detail}`);
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      await this.conclude(tx, job, { result, changes });
      if (hub !== undefined) tx.changed(hub.slug, 'queue');
    });
  }

  /** A file on which the analysis breaks every time is refused, or it would be read for ever. */
  private async read({ hubId }: PrintJob, path: string, run: JobRun): Promise<AnalysisResult> {
    const limits = await this.printers.analysisLimits(hubId);
    try {
      return await analyseInWorker(path, limits, { timeoutMs: analysisTimeoutMs });
    } catch (error) {
      if (!run.isLastTry || isOfFileSystem(error)) throw error;
      return { ok: false, code: 'print.corrupt_file', detail: String(error) };
    }
  }

  private async describe(job: PrintJob, path: string, result: FileAnalysed): Promise<JobChanges> {
    const { analysis, thumbnail, modelFormat } = result;
    const picture = thumbnail && (await this.files.put(Readable.from([thumbnail.png]), maxThumbnailBytes));
    const toolpath = result.toolpath && (await this.files.put(Readable.from([result.toolpath]), maxToolpathBytes));
    const gcode = result.isPacked ? await this.unpack(path) : null;
    return {
      analysis,
      analysedAt: this.clock.now(),
      thumbnailSha256: picture?.sha256 ?? null,
      toolpathSha256: toolpath?.sha256 ?? null,
      modelFormat,
      gcodeSha256: gcode?.sha256 ?? null,
      gcodeBytes: gcode === null ? null : String(gcode.sizeBytes),
      material: job.material ?? analysis.filaments[0]?.material ?? null,
    };
  }

  /** Printers of every make read plain G-code, and only some read it packed. */
  private async unpack(path: string): Promise<StoredFile> {
    const file = await openPrintFile(path);
    if (!('text' in file)) throw new Error('a model has no G-code');
    const { text } = file;
    return this.files.put(Readable.from(copiesOf(text.read())), mostTextBytes);
  }

  /** A file that a public printer must not run goes back to its owner before staff see it. */
  private async conclude(
    tx: Transaction,
    job: PrintJob,
    { result, changes }: { result: AnalysisResult; changes: JobChanges },
  ): Promise<void> {
    const refusalCode = result.ok ? firstError(result) : result.code;
    const to = !result.ok ? 'rejected' : refusalCode === null ? 'awaiting_review' : 'needs_changes';
    if (!result.ok && job.fileSha256 !== null) {
      const { id, fileSha256, fileVersion } = job;
      return this.reject(tx, { id, fileSha256, fileVersion, code: result.code });
    }
    const made = [changes.thumbnailSha256, changes.toolpathSha256, changes.gcodeSha256].filter(
      (sha256) => typeof sha256 === 'string',
    );
    await this.holdFiles(tx, made);
    const { fileVersion } = job;
    const all = { ...changes, refusalCode };
    if (await this.jobs.transition(tx, job.id, { from: ['analysing'], to, changes: all, fileVersion })) return;
    for (const sha256 of made) tx.enqueue('print.forget-file', { sha256 });
  }

  /** Nothing can be printed from it, so nothing of it is kept. */
  private async reject(tx: Transaction, { id, fileSha256, fileVersion, code }: UselessFile): Promise<void> {
    const changes = { refusalCode: code, fileSha256: null };
    if (!(await this.jobs.transition(tx, id, { from: ['analysing'], to: 'rejected', changes, fileVersion }))) return;
    tx.enqueue('print.forget-file', { sha256: fileSha256 });
  }

  /**
   * Somebody else's job may just have lost the same files, and they with it.
   * @throws FileLostError when they are gone; then the analysis is tried again
   */
  private async holdFiles(tx: Transaction, files: readonly string[]): Promise<void> {
    for (const sha256 of files.toSorted()) {
      await this.jobs.lockFile(tx, sha256);
      if (!(await this.files.has(sha256))) throw new FileLostError(sha256);
    }
  }
}

/** The text is read into one buffer over and over, and the store writes later than it takes. */
async function* copiesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

/** The disk is to blame, and the file may be there the next time. */
function isOfFileSystem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

const refusalOfFinding: Record<string, ProblemCode> = {
  'print.unsafe_command': 'print.unsafe_command',
  'print.out_of_bed': 'print.out_of_bed',
  'print.needs_slicing': 'print.needs_slicing',
};

function firstError({ analysis }: FileAnalysed): ProblemCode | null {
  const error = analysis.findings.find((finding) => finding.severity === 'error');
  return error === undefined ? null : (refusalOfFinding[error.code] ?? 'print.corrupt_file');
}
