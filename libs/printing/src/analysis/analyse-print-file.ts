import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AnalysisLimits } from './analysis-limits.js';
import { RefusedFile, type AnalysisResult, type FileAnalysed, type Thumbnail } from './analysis-result.js';
import { drawToolpath } from './draw-toolpath.js';
import { encodePng } from './picture/encode-png.js';
import { FileExamination } from './file-examination.js';
import { GcodeMachine } from './gcode-machine.js';
import { describeModel } from './model/describe-model.js';
import type { ModelShape } from './model/model-shape.js';
import { openPrintFile } from './open-print-file.js';

import { summarise } from './summarise.js';
import type { PrintText } from './text/print-text.js';
import { readLines } from './text/read-lines.js';

const compress = promisify(gzip);

/** A short file may well begin and end with a few macros of its own. */
const fewStrangeLines = 20;

/**
 * Reads a print file once or twice from disk, in memory that does not grow with it, and says what it is, what it
 * would do and whether a public printer may do it. G-code is read plain and packed, a model is measured; other kinds are refused by
 * content, whatever the file is called. Runs long on large files: use `analyseInWorker` in a server.
 * @param path file on disk, complete
 * @returns a refusal as a value when the file is the reason
 * @throws the file system's error when the file cannot be read
 */
export async function analysePrintFile(path: string, limits: AnalysisLimits): Promise<AnalysisResult> {
  try {
    const file = await openPrintFile(path);
    if ('model' in file) return modelResult(file.model);
    const { text } = file;
    const examination = await examine(text, limits);
    const analysis = summarise(examination, limits);
    const thumbnail = await pictureOf(text, examination);
    const toolpath = await toolpathOf(examination);
    return { ok: true, analysis, thumbnail, toolpath, modelFormat: null, isPacked: text.isPacked };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, code: error.code, detail: error.detail };
    throw error;
  }
}

function modelResult(model: ModelShape): FileAnalysed {
  const analysis = describeModel(model);
  return { ok: true, analysis, thumbnail: null, toolpath: null, modelFormat: model.format, isPacked: false };
}

/** The first pass alone, which looks at every command and draws nothing. */
export async function examine(text: PrintText, limits: AnalysisLimits): Promise<FileExamination> {
  const examination = new FileExamination(limits, text.endIsMarked);
  for (const picture of text.pictures) examination.thumbnail.offer(picture);
  Object.assign(examination.comments.facts, text.stated);
  const machine = new GcodeMachine(examination);
  await readLines(
    text.read(),
    (bytes, start, end, line) => machine.readLine(bytes, start, end, line),
    (bytes, start, line) => machine.readMove(bytes, start, line),
  );
  if (examination.commands === 0) {
    throw new RefusedFile('print.unsupported_file', 'the text holds no G-code commands');
  }
  const strangeLines = examination.nonsenseLines + examination.namedLines;
  if (strangeLines > Math.max(examination.commands, fewStrangeLines)) {
    throw new RefusedFile('print.corrupt_file', `${strangeLines} lines are not G-code`);
  }
  return examination;
}

async function toolpathOf({ toolpath }: FileExamination): Promise<Buffer | null> {
  const bytes = toolpath.finish();
  return bytes && (await compress(bytes));
}

async function pictureOf(text: PrintText, examination: FileExamination): Promise<Thumbnail | null> {
  const embedded = examination.thumbnail.png;
  if (embedded !== null) return { png: embedded, source: 'embedded' };
  const { extent, raisedExtent } = examination.statistics;
  if (extent.isEmpty) return null;
  const frame = raisedExtent.isEmpty ? extent : raisedExtent;
  const picture = await drawToolpath(text, { frame, fromFirstLayerMark: examination.comments.layerMarks > 0 });
  return { png: encodePng(picture), source: 'drawn' };
}
