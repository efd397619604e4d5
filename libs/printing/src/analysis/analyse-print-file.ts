import type { AnalysisLimits } from './analysis-limits.js';
import { RefusedFile, type AnalysisResult, type Thumbnail } from './analysis-result.js';
import { drawToolpath } from './draw-toolpath.js';
import { encodePng } from './encode-png.js';
import { FileExamination } from './file-examination.js';
import { expectPlainText } from './file-kind.js';
import { GcodeMachine } from './gcode-machine.js';
import { readLines } from './read-lines.js';
import { summarise } from './summarise.js';

/** A short file may well begin and end with a few macros of its own. */
const fewStrangeLines = 20;

/**
 * Reads a print file once or twice from disk, in memory that does not grow with it, and says what it is, what it
 * would do and whether a public printer may do it. Today only plain G-code can be printed; other kinds are refused by
 * content, whatever the file is called. Runs long on large files: use `analyseInWorker` in a server.
 * @param path file on disk, complete
 * @returns a refusal as a value when the file is the reason
 * @throws the file system's error when the file cannot be read
 */
export async function analysePrintFile(path: string, limits: AnalysisLimits): Promise<AnalysisResult> {
  try {
    await expectPlainText(path);
    const examination = await examine(path, limits);
    const analysis = summarise(examination, limits);
    return { ok: true, analysis, thumbnail: await pictureOf(path, examination) };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, code: error.code, detail: error.detail };
    throw error;
  }
}

async function examine(path: string, limits: AnalysisLimits): Promise<FileExamination> {
  const examination = new FileExamination(limits);
  const machine = new GcodeMachine(examination);
  await readLines(path, (bytes, start, end, line) => machine.readLine(bytes, start, end, line));
  if (examination.commands === 0) {
    throw new RefusedFile('print.unsupported_file', 'the text holds no G-code commands');
  }
  const strangeLines = examination.nonsenseLines + examination.namedLines;
  if (strangeLines > Math.max(examination.commands, fewStrangeLines)) {
    throw new RefusedFile('print.corrupt_file', `${strangeLines} lines are not G-code`);
  }
  return examination;
}

async function pictureOf(path: string, examination: FileExamination): Promise<Thumbnail | null> {
  const embedded = examination.thumbnail.png;
  if (embedded !== null) return { png: embedded, source: 'embedded' };
  const { extent, raisedExtent } = examination.statistics;
  if (extent.isEmpty) return null;
  const frame = raisedExtent.isEmpty ? extent : raisedExtent;
  const picture = await drawToolpath(path, { frame, fromFirstLayerMark: examination.comments.layerMarks > 0 });
  return { png: encodePng(picture), source: 'drawn' };
}
