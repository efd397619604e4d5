import { Extent } from './extent.js';
import { mostTools, type Move } from './move.js';
import { Pace } from './pace.js';

/** Microns a layer must differ by; finer steps come from a continuously rising spiral. */
const layerStepMicrons = 10;
/** Priming lines and skirts stay below this; a print has something above it, or is a single thin sheet. */
const raisedFromMillimetres = 0.45;
const mostLayers = 100_000;

/** What the moves themselves say about a print. */
export class MoveStatistics {
  /** What is laid above the first layer and its skirt, brim or priming line: the thing itself. */
  readonly raisedExtent = new Extent();
  /** Seconds from distances and feed rates alone, with a typical acceleration. */
  seconds = 0;
  private readonly lowExtent = new Extent();
  private readonly layers = new Set<number>();
  private layerZ = NaN;
  /** Per tool, filament fed minus filament pulled back, and the highest that has been. */
  private readonly fed = new Float64Array(mostTools);
  private readonly peak = new Float64Array(mostTools);
  private readonly pace = new Pace();

  onMove(move: Move): void {
    this.seconds += this.pace.secondsOf(move);
    if (move.extrusion !== 0) this.feed(move.tool, move.extrusion);
    if (!move.lays) return;
    (move.toZ > raisedFromMillimetres ? this.raisedExtent : this.lowExtent).add(move);
    if (move.toZ !== this.layerZ) this.enterLayer(move.toZ);
  }

  /** What was laid so far was priming on the edge of the plate: forgets its place, not its filament and time. */
  startFirstLayer(): void {
    this.lowExtent.clear();
    this.raisedExtent.clear();
    this.layers.clear();
    this.layerZ = NaN;
  }

  addSeconds(seconds: number): void {
    this.seconds += seconds;
  }

  /** Everything laid down, without what was primed before the first layer. */
  get extent(): Extent {
    return Extent.around(this.lowExtent, this.raisedExtent);
  }

  /** Millimetres by tool number. Pulling back and feeding the same again uses nothing. */
  get filamentMillimetres(): readonly number[] {
    return Array.from(this.peak.subarray(0, this.peak.findLastIndex((millimetres) => millimetres > 0) + 1));
  }

  get layerCount(): number {
    return this.layers.size;
  }

  private enterLayer(z: number): void {
    this.layerZ = z;
    if (this.layers.size < mostLayers) this.layers.add(Math.round((z * 1000) / layerStepMicrons));
  }

  private feed(tool: number, millimetres: number): void {
    const fed = (this.fed[tool] ?? 0) + millimetres;
    this.fed[tool] = fed;
    if (fed > (this.peak[tool] ?? 0)) this.peak[tool] = fed;
  }
}
