import type { AnalysisLimits } from './analysis-limits.js';
import type { FindingList } from './finding-list.js';
import type { CommandLetter } from './gcode-machine.js';
import { heatingOf, heatingOfName, type Heating } from './heating.js';
import { axisBit, type Move } from './move.js';
import { unsafeReasonOf, unsafeReasonOfName } from './unsafe-commands.js';
import type { WordReader } from './word-reader.js';

/** Slicers prime and wipe just beside the plate, and machines reach a little further than it. */
const besidePlateMillimetres = 5;
/** Below the plate there is no such room; this allows for a fine-tuned first layer. */
const belowPlateMillimetres = 0.5;

/** Watches for everything a public printer must not be asked to do. */
export class SafetyCheck {
  maxNozzleCelsius: number | null = null;
  maxBedCelsius: number | null = null;
  /** What the nozzle was last told; above zero at the end of the file means nobody switched it off. */
  nozzleCelsius = 0;
  private readonly minX: number;
  private readonly minY: number;
  private readonly maxX: number;
  private readonly maxY: number;
  private readonly maxZ: number;

  constructor(
    private readonly limits: AnalysisLimits,
    private readonly findings: FindingList,
  ) {
    const { x, y } = limits.bedFrom ?? { x: 0, y: 0 };
    this.minX = x - besidePlateMillimetres;
    this.minY = y - besidePlateMillimetres;
    this.maxX = limits.bed.x + besidePlateMillimetres;
    this.maxY = limits.bed.y + besidePlateMillimetres;
    this.maxZ = limits.bed.z + besidePlateMillimetres;
  }

  onMove(move: Move): void {
    const { toX, toY, toZ, known } = move;
    if (toX < this.minX && known & axisBit.x) this.outOfBed('x', toX, move);
    if (toX > this.maxX && known & axisBit.x) this.outOfBed('x', toX, move);
    if (toY < this.minY && known & axisBit.y) this.outOfBed('y', toY, move);
    if (toY > this.maxY && known & axisBit.y) this.outOfBed('y', toY, move);
    if (toZ < -belowPlateMillimetres && known & axisBit.z) this.outOfBed('z', toZ, move);
    if (toZ > this.maxZ && known & axisBit.z) this.outOfBed('z', toZ, move);
  }

  onCommand(name: CommandLetter, code: number, words: WordReader, line: number): void {
    if (name === 'M') {
      const reason = unsafeReasonOf(code, words);
      if (reason !== null) this.unsafe(`M${code}`, reason, line);
    }
    const heating = heatingOf(name, code, words);
    if (heating !== null) this.heat(heating, line);
  }

  onNamedCommand(text: string, line: number): void {
    const name = (/^\w+/.exec(text)?.[0] ?? '').toUpperCase();
    const reason = unsafeReasonOfName(name);
    if (reason !== null) this.unsafe(name, reason, line);
    for (const heating of heatingOfName(name, text)) this.heat(heating, line);
  }

  private unsafe(command: string, reason: string, line: number): void {
    this.findings.add({ code: 'print.unsafe_command', subject: command, line, params: { command, reason } });
  }

  private heat({ heater, celsius }: Heating, line: number): void {
    if (heater === 'nozzle') {
      this.nozzleCelsius = celsius;
      this.maxNozzleCelsius = Math.max(celsius, this.maxNozzleCelsius ?? celsius);
    } else {
      this.maxBedCelsius = Math.max(celsius, this.maxBedCelsius ?? celsius);
    }
    const limit = heater === 'nozzle' ? this.limits.maxNozzleCelsius : this.limits.maxBedCelsius;
    if (celsius <= limit) return;
    const params = this.findings.add({
      code: 'print.too_hot',
      subject: heater,
      line,
      params: { heater, celsius, limit },
    });
    if (params && celsius > Number(params.celsius)) params.celsius = celsius;
  }

  private outOfBed(axis: 'x' | 'y' | 'z', value: number, move: Move): void {
    const lowest = { z: 0, ...(this.limits.bedFrom ?? { x: 0, y: 0 }) }[axis];
    const below = value < lowest;
    const reached = Math.round(value * 100) / 100;
    const params = this.findings.add({
      code: 'print.out_of_bed',
      subject: below ? `${axis}-` : `${axis}+`,
      line: move.line,
      params: { axis, value: reached, limit: below ? lowest : this.limits.bed[axis] },
    });
    if (params && Math.abs(reached) > Math.abs(Number(params.value))) params.value = reached;
  }
}
