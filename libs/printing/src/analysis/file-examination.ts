import type { AnalysisLimits } from './analysis-limits.js';
import { EmbeddedThumbnail } from './picture/embedded-thumbnail.js';
import { FindingList } from './finding-list.js';
import type { CommandLetter, MachineListener } from './gcode-machine.js';
import type { Move } from './move.js';
import { MoveStatistics } from './move-statistics.js';
import { SafetyCheck } from './safety-check.js';
import { isLayerMark, SlicerComments } from './slicers/slicer-comments.js';
import { ToolpathRecorder } from './toolpath/toolpath-recorder.js';
import { letter, type WordReader } from './word-reader.js';

/** The first pass over a file: everything the analysis needs to know, gathered while the machine runs. */
export class FileExamination implements MachineListener {
  readonly findings = new FindingList();
  readonly statistics = new MoveStatistics();
  readonly comments = new SlicerComments();
  readonly thumbnail = new EmbeddedThumbnail();
  readonly safety: SafetyCheck;
  readonly toolpath: ToolpathRecorder;
  commands = 0;
  namedLines = 0;
  nonsenseLines = 0;
  lastLayingLine = 0;
  lastCommandLine = 0;

  /** Percent that the file last told the printer's display (M73); null when it never does. */
  progressPercent: number | null = null;

  /** @param endIsMarked whether the slicer's closing comments are really the file's end */
  constructor(
    limits: AnalysisLimits,
    readonly endIsMarked: boolean,
  ) {
    this.safety = new SafetyCheck(limits, this.findings);
    this.toolpath = new ToolpathRecorder(limits.bed);
  }

  onMove(move: Move): void {
    this.commands += 1;
    this.lastCommandLine = move.line;
    this.statistics.onMove(move);
    this.safety.onMove(move);
    this.toolpath.onMove(move);
    if (move.lays) this.lastLayingLine = move.line;
  }

  onCommand(name: CommandLetter, code: number, words: WordReader, line: number): void {
    this.commands += 1;
    this.lastCommandLine = line;
    this.safety.onCommand(name, code, words, line);
    if (name === 'M' && code === 73 && words.has(letter.p)) this.progressPercent = words.get(letter.p);
    if (name === 'G' && code === 4) this.statistics.addSeconds(words.get(letter.s) + words.get(letter.p) / 1000);
    this.thumbnail.abandon();
  }

  onNamedCommand(text: string, line: number): void {
    this.namedLines += 1;
    this.lastCommandLine = line;
    this.safety.onNamedCommand(text, line);
  }

  onComment(text: string, line: number): void {
    if (this.thumbnail.read(text)) return;
    if (this.comments.layerMarks === 0 && isLayerMark(text)) this.statistics.startFirstLayer();
    this.comments.read(text, line);
  }

  onUnreadableMove(line: number): void {
    this.commands += 1;
    this.lastCommandLine = line;
    this.findings.add({ code: 'print.unreadable_move', subject: '', line, params: {} });
  }

  onNonsense(): void {
    this.nonsenseLines += 1;
  }
}
