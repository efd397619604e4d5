import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { GcodeOrigin, JobPayload, ModelFormat, ProblemCode } from '#libs/contracts';
import { Database, FileStore, HandlesJob, type JobRun, type StoredFile } from '#libs/platform';
import type { AnalysisResult, FileAnalysed } from './analysis-result.js';
import { AnalysisEnding, type Conclusion } from './analysis-ending.service.js';
import { openPrintFile } from './open-print-file.js';
import { analyseInWorker } from './run-in-worker.js';
import { mostTextBytes } from './text/print-text.js';
import type { PrintJob } from '../job/print-job.entity.js';
import { PrintJobRepository, type JobChanges } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { modelFault } from '../slicing/model-fault.js';
import { ModelSlicer } from '../slicing/model-slicer.js';
import type { SlicingOutcome } from '../slicing/slicing-outcome.js';

const analysisTimeoutMs = 10 * 60_000;
const maxToolpathBytes = 16 * 1024 * 1024;
const maxThumbnailBytes = 4 * 1024 * 1024;

/** Reads an uploaded file in a worker thread and passes the job on to staff, or back to its owner. */
@Injectable()
export class PrintAnalysisService {
  private readonly logger = new Logger(PrintAnalysisService.name);

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
    private readonly slicer: ModelSlicer,
    private readonly ending: AnalysisEnding,
  ) {}

  @HandlesJob('print.analyse')
  async analyse({ printJobId }: JobPayload<'print.analyse'>, run: JobRun): Promise<void> {
    const job = await this.jobs.find(printJobId);
    if (job?.status !== 'analysing') return;
    if (job.fileSha256 === null) throw new Error(`print job ${job.id} has no file`);
    const conclusion = await this.files.borrow(job.fileSha256, (path) => this.examine(job, path, run));
    const { result } = conclusion;
    if (!result.ok) this.logger.log(`print job ${job.id}: ${result.code}, ${result.detail}`);
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      await this.ending.conclude(tx, job, conclusion);
      if (hub !== undefined) tx.changed(hub.slug, 'queue');
    });
  }

  private async examine(job: PrintJob, path: string, run: JobRun): Promise<Conclusion> {
    const result = await this.read(job, path, run);
    if (!result.ok) return { result, changes: {}, refusalCode: result.code };
    if (job.gcodeOrigin === 'attached') return this.examineAttached(job, { path, source: result }, run);
    const target = result.modelFormat === null ? undefined : await this.printers.slicingTarget(job);
    if (result.modelFormat === null || target === undefined || !this.slicer.canSlice(target)) {
      return { result, changes: await this.describe(job, path, result), refusalCode: firstError(result) };
    }
    const fault = modelFault(result.analysis.boundingBox, target.bed);
    if (fault !== null) return { result, changes: await this.describe(job, path, result), refusalCode: fault };
    await this.showSlicing(job, result.modelFormat);
    return this.slicer.slice({ path, format: result.modelFormat, target }, (outcome) =>
      this.examineSliced(job, { model: result, outcome }, run),
    );
  }

  /** What staff attached is looked at like anybody's file; when it is none, what was sent is there still. */
  private async examineAttached(
    job: PrintJob,
    { path, source }: { path: string; source: FileAnalysed },
    run: JobRun,
  ): Promise<Conclusion> {
    const { gcodeSha256, gcodeBytes, gcodeName } = job;
    if (gcodeSha256 === null) throw new Error(`print job ${job.id} has lost what was attached to it`);
    return this.files.borrow(gcodeSha256, async (attachedPath) => {
      const attached = await this.read(job, attachedPath, run);
      if (!attached.ok || attached.modelFormat !== null) {
        const refusalCode = attached.ok ? 'print.unsupported_file' : attached.code;
        const changes = { ...(await this.describe(job, path, source)), gcodeName: null };
        return { result: source, changes, refusalCode };
      }
      const result = withWarningsOf(source, attached);
      const described = await this.describe(job, attachedPath, result);
      const plain = attached.isPacked ? described : { gcodeSha256, gcodeBytes };
      const { modelFormat } = source;
      const changes = { ...described, ...plain, modelFormat, gcodeOrigin: 'attached' as const, gcodeName };
      return { result, changes, refusalCode: firstError(attached) };
    });
  }

  /** Somebody who looks meanwhile sees that it takes longer, and why. */
  private async showSlicing(job: PrintJob, format: ModelFormat): Promise<void> {
    const hub = await this.printers.findHub(job.hubId);
    await this.database.transaction(async (tx) => {
      if ((await this.jobs.showModel(tx, job, format)) && hub !== undefined) tx.changed(hub.slug, 'queue');
    });
  }

  /** What our own slicer made is looked at like anybody's file; the model stays what was sent. */
  private async examineSliced(
    job: PrintJob,
    { model, outcome }: { model: FileAnalysed; outcome: SlicingOutcome },
    run: JobRun,
  ): Promise<Conclusion> {
    const sliced = outcome.ok ? await this.read(job, outcome.path, run) : outcome;
    if (!outcome.ok || !sliced.ok) {
      this.logger.log(`print job ${job.id}: ${sliced.ok ? '' : `${sliced.code}, ${sliced.detail}`}`);
      const refusalCode = outcome.ok ? 'print.slicing_failed' : outcome.code;
      return { result: model, changes: await this.describe(job, '', model), refusalCode };
    }
    const result = withWarningsOf(model, sliced);
    const described = await this.describe(job, outcome.path, result);
    const gcode = await this.files.put(createReadStream(outcome.path), mostTextBytes);
    const { modelFormat } = model;
    return {
      result,
      changes: { ...described, ...printFile(gcode, 'sliced'), modelFormat },
      refusalCode: firstError(sliced),
    };
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
      thumbnailSha256: picture?.sha256 ?? null,
      toolpathSha256: toolpath?.sha256 ?? null,
      modelFormat,
      ...printFile(gcode, 'unpacked'),
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
}

function printFile(gcode: StoredFile | null, origin: GcodeOrigin) {
  return gcode === null
    ? { gcodeSha256: null, gcodeBytes: null, gcodeOrigin: null }
    : { gcodeSha256: gcode.sha256, gcodeBytes: String(gcode.sizeBytes), gcodeOrigin: origin };
}

/** What is odd in a model stays odd when it is sliced. */
function withWarningsOf({ modelFormat, analysis: source }: FileAnalysed, sliced: FileAnalysed): FileAnalysed {
  const warnings = modelFormat === null ? [] : source.findings.filter(({ severity }) => severity === 'warning');
  return { ...sliced, analysis: { ...sliced.analysis, findings: [...sliced.analysis.findings, ...warnings] } };
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
