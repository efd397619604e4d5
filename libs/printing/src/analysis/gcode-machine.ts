import { centreFromRadius, walkArc, type Arc } from './arc.js';
import { axisBit, Move, mostTools } from './move.js';
import { letter, letterIndex, WordReader } from './word-reader.js';

const semicolon = 59;
const longestTextBytes = 4096;
const millimetresPerInch = 25.4;
const allAxes = axisBit.x | axisBit.y | axisBit.z;

/** Commands whose rest is text for people or a file name, not parameters. */
const textCommands = new Set([0, 1, 23, 28, 30, 32, 36, 117, 118, 471, 486, 928]);

export type CommandLetter = 'G' | 'M' | 'T';

/** What the machine tells about a file while it runs through it. */
export interface MachineListener {
  /** The argument is reused: copy what must outlive the call. */
  onMove(move: Move): void;
  /** A numbered command that is not a move, `M104 S210`. The words are reused. */
  onCommand(name: CommandLetter, code: number, words: WordReader, line: number): void;
  /** A named command of Klipper's kind, `START_PRINT BED=60`. */
  onNamedCommand(text: string, line: number): void;
  /** The text after the semicolon of a line that is only a comment. */
  onComment(text: string, line: number): void;
  /** A move of which nobody can say where it goes, `G1 Xnan`. It is not run. */
  onUnreadableMove(line: number): void;
  /** A line that is none of these. */
  onNonsense(line: number): void;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** A printer without the printer: follows position, modes and tool through a file's commands. */
export class GcodeMachine {
  private readonly words = new WordReader();
  private readonly move = new Move();
  /** Where the nozzle is, in the file's own coordinates; machine coordinates are this plus the offset. */
  private x = 0;
  private y = 0;
  private z = 0;
  private offsetX = 0;
  private offsetY = 0;
  private offsetZ = 0;
  private known = 0;
  private filament = 0;
  private relative = false;
  private filamentRelative = false;
  private unit = 1;
  private tool = 0;
  private flow = 1;

  constructor(private readonly listener: MachineListener) {}

  /**
   * Runs a line that is a straight move and nothing else, as quickly as can be.
   * @returns where the line ends, or -1 when it is something else, and nothing was run
   */
  readMove(bytes: Buffer, start: number, line: number): number {
    const code = bytes[start + 1];
    if (bytes[start] !== 71 || (code !== 49 && code !== 48) || bytes[start + 2] !== 32) return -1;
    const end = this.words.readPlain(bytes, start + 3);
    if (end >= 0) this.runMove(line);
    return end;
  }

  /** Runs one line, given as `[start, end)` of a buffer. */
  readLine(bytes: Buffer, start: number, end: number, line: number): void {
    let at = start;
    while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at++;
    if (at >= end) return;
    if (bytes[at] === semicolon) {
      this.listener.onComment(bytes.toString('utf8', at + 1, Math.min(end, at + longestTextBytes)), line);
    } else {
      this.readCommands(bytes, at, end, line);
    }
  }

  private readCommands(bytes: Buffer, start: number, end: number, line: number): void {
    let at = start;
    while (at < end && bytes[at] !== semicolon && bytes[at] !== 42) {
      const name = letterIndex(bytes[at] ?? 0);
      if (name < 0 || !isDigit(bytes[at + 1])) {
        this.readUnnumbered(bytes, at, end, line);
        return;
      }
      const code = this.words.readNumber(bytes, at + 1, end);
      at = this.words.at;
      if (name === letter.n) {
        while (at < end && bytes[at] === 32) at++;
        continue;
      }
      if (name === letter.m && textCommands.has(code)) {
        this.words.clear();
        this.words.at = end;
      } else {
        this.words.read(bytes, at, end);
      }
      at = this.words.at;
      this.run(name, code, line);
    }
  }

  private readUnnumbered(bytes: Buffer, at: number, end: number, line: number): void {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    if (letterIndex(first) >= 0 && (letterIndex(second) >= 0 || second === 95)) {
      this.listener.onNamedCommand(bytes.toString('utf8', at, Math.min(end, at + longestTextBytes)), line);
    } else if (first !== 40 && first !== 37 && first !== 64 && first !== 0xef) {
      // ( comment, % tape mark, @ host command and a byte order mark are harmless
      this.listener.onNonsense(line);
    }
  }

  private run(name: number, code: number, line: number): void {
    if (name === letter.g) this.runG(code, line);
    else if (name === letter.m) this.runM(code, line);
    else if (name === letter.t) this.changeTool(code, line);
    else this.listener.onNonsense(line);
  }

  private runG(code: number, line: number): void {
    if (code <= 3 && this.words.hasBareLetter) return this.listener.onUnreadableMove(line);
    if (code <= 1) return this.runMove(line);
    if (code === 2 || code === 3) return this.runArc(code === 2, line);
    if (code === 20) this.unit = millimetresPerInch;
    else if (code === 21) this.unit = 1;
    else if (code === 28) this.home();
    else if (code === 90) this.relative = false;
    else if (code === 91) this.relative = true;
    else if (code === 92) this.setPosition();
    this.listener.onCommand('G', code, this.words, line);
  }

  private runM(code: number, line: number): void {
    if (code === 82) this.filamentRelative = false;
    else if (code === 83) this.filamentRelative = true;
    else if (code === 221 && this.words.has(letter.s)) this.flow = this.words.get(letter.s) / 100;
    this.listener.onCommand('M', code, this.words, line);
  }

  private changeTool(tool: number, line: number): void {
    if (tool < mostTools) this.tool = tool;
    this.listener.onCommand('T', tool, this.words, line);
  }

  private runMove(line: number): void {
    this.beginMove(line);
    const extrusion = this.takeTarget();
    this.move.known = this.known;
    this.move.to(this.x + this.offsetX, this.y + this.offsetY, this.z + this.offsetZ, extrusion);
    this.listener.onMove(this.move);
  }

  private runArc(clockwise: boolean, line: number): void {
    this.beginMove(line);
    const { fromX, fromY, fromZ } = this.move;
    const extrusion = this.takeTarget();
    const ends = { fromX, fromY, toX: this.x + this.offsetX, toY: this.y + this.offsetY, clockwise };
    const toZ = this.z + this.offsetZ;
    const centre = this.centreOf(ends);
    this.move.known = this.known;
    if (centre === null) return this.chord(ends.toX, ends.toY, toZ, extrusion);
    const arc = { ...ends, centreX: centre[0], centreY: centre[1], turns: this.words.get(letter.p) };
    let done = 0;
    walkArc(arc, (x, y, fraction) => {
      this.chord(x, y, fromZ + (toZ - fromZ) * fraction, extrusion * (fraction - done));
      done = fraction;
    });
  }

  private centreOf(ends: Omit<Arc, 'centreX' | 'centreY' | 'turns'>): [number, number] | null {
    const { words, unit } = this;
    if (words.has(letter.r)) return centreFromRadius(ends, words.get(letter.r) * unit);
    if (!words.has(letter.i) && !words.has(letter.j)) return null;
    return [ends.fromX + words.get(letter.i) * unit, ends.fromY + words.get(letter.j) * unit];
  }

  private chord(x: number, y: number, z: number, extrusion: number): void {
    const { move } = this;
    move.to(x, y, z, extrusion);
    this.listener.onMove(move);
    move.fromX = x;
    move.fromY = y;
    move.fromZ = z;
  }

  private beginMove(line: number): void {
    const { move, words } = this;
    if (words.has(letter.f) && words.get(letter.f) > 0) {
      move.millimetresPerSecond = (words.get(letter.f) * this.unit) / 60;
    }
    move.fromX = this.x + this.offsetX;
    move.fromY = this.y + this.offsetY;
    move.fromZ = this.z + this.offsetZ;
    move.tool = this.tool;
    move.line = line;
  }

  /** Moves the position to what the words ask for; returns the millimetres of filament that go with it. */
  private takeTarget(): number {
    const { words, unit, relative } = this;
    if (words.has(letter.x)) this.x = words.get(letter.x) * unit + (relative ? this.x : 0);
    if (words.has(letter.y)) this.y = words.get(letter.y) * unit + (relative ? this.y : 0);
    if (words.has(letter.z)) this.z = words.get(letter.z) * unit + (relative ? this.z : 0);
    if (!relative && this.known !== allAxes) this.known |= this.axesNamed();
    if (!words.has(letter.e)) return 0;
    const asked = words.get(letter.e) * unit;
    if (relative || this.filamentRelative) {
      this.filament += asked;
      return asked * this.flow;
    }
    const fed = asked - this.filament;
    this.filament = asked;
    return fed * this.flow;
  }

  private axesNamed(): number {
    const { words } = this;
    return (
      (words.has(letter.x) ? axisBit.x : 0) |
      (words.has(letter.y) ? axisBit.y : 0) |
      (words.has(letter.z) ? axisBit.z : 0)
    );
  }

  private home(): void {
    const axes = this.axesNamed() || allAxes;
    if (axes & axisBit.x) this.x = this.offsetX = 0;
    if (axes & axisBit.y) this.y = this.offsetY = 0;
    if (axes & axisBit.z) this.z = this.offsetZ = 0;
    this.known |= axes;
  }

  /** G92 renames the place without moving: the machine stays where it was, so the offset takes the difference. */
  private setPosition(): void {
    const { words, unit } = this;
    if (words.has(letter.e)) this.filament = words.get(letter.e) * unit;
    if (words.has(letter.x)) {
      const x = words.get(letter.x) * unit;
      if (this.known & axisBit.x) this.offsetX += this.x - x;
      this.x = x;
    }
    if (words.has(letter.y)) {
      const y = words.get(letter.y) * unit;
      if (this.known & axisBit.y) this.offsetY += this.y - y;
      this.y = y;
    }
    if (words.has(letter.z)) {
      const z = words.get(letter.z) * unit;
      if (this.known & axisBit.z) this.offsetZ += this.z - z;
      this.z = z;
    }
    this.known |= this.axesNamed();
  }
}
