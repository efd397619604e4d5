import { toolpathMark, type ToolpathHeader } from '#libs/contracts';
import { axisBit, type Move } from '../move.js';
import { LayerRow } from './layer-row.js';

const unitMicrons = 50;
const unitsPerMillimetre = 1000 / unitMicrons;
/** A metre and a half on either side of the corner: everything a plate can be, and what a move may miss it by. */
const farthestUnits = 32_767;
/** Less than the thinnest layers; a vase, which rises all the time, is cut into layers of this height. */
const layerStepMillimetres = 0.04;
const bothAxes = axisBit.x | axisBit.y;

export interface ToolpathLimits {
  /** Of all layers together, before they are compressed. */
  readonly mostBytes: number;
  readonly mostLayerBytes: number;
}

const usualLimits: ToolpathLimits = { mostBytes: 8 * 1024 * 1024, mostLayerBytes: 2 * 1024 * 1024 };
/** What a layer costs besides its steps. */
const layerOverheadBytes = 32;

interface KeptLayer {
  readonly number: number;
  readonly microns: number;
  readonly row: Buffer;
}

/**
 * Keeps the way of the nozzle layer by layer, to be looked at from above. What it holds stays below a limit however
 * large the file is: when there is too much, every second layer is let go.
 */
export class ToolpathRecorder {
  private readonly row = new LayerRow();
  private layers: KeptLayer[] = [];
  private bytes = 0;
  private everyNth = 1;
  private isCutShort = false;
  private layerCount = 0;
  private layerZ = NaN;
  /** False before the first layer, in one that is let go, and after the limit of one. */
  private isRecording = false;
  private isOpen = false;
  private x = 0;
  private y = 0;

  constructor(
    private readonly bed: { readonly x: number; readonly y: number },
    private readonly limits: ToolpathLimits = usualLimits,
  ) {}

  onMove(move: Move): void {
    if ((move.known & bothAxes) !== bothAxes) return;
    const lays = move.lays;
    if (lays && !(Math.abs(move.toZ - this.layerZ) < layerStepMillimetres)) this.beginLayer(move);
    const x = unitsOf(move.toX);
    const y = unitsOf(move.toY);
    if (x === this.x && y === this.y) return;
    if (this.isRecording) this.record(x - this.x, y - this.y, lays);
    this.x = x;
    this.y = y;
  }

  /** @returns the toolpath as it is described in `toolpathHeaderSchema`; null when nothing is laid */
  finish(): Buffer | null {
    this.endLayer();
    if (this.layers.length === 0) return null;
    const header: ToolpathHeader = {
      unitMicrons,
      bed: { x: this.bed.x, y: this.bed.y },
      everyNthLayer: this.everyNth,
      isCutShort: this.isCutShort,
      layerCount: this.layerCount,
      layers: this.layers.map(({ number, microns, row }) => [number, microns, row.length]),
    };
    // Blanks at its end let the layers begin where an int16 may.
    const json = Buffer.from(JSON.stringify(header));
    const padding = Buffer.alloc(json.length % 2, ' ');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length + padding.length);
    return Buffer.concat([Buffer.from(toolpathMark), length, json, padding, ...this.layers.map(({ row }) => row)]);
  }

  private record(dx: number, dy: number, lays: boolean): void {
    this.row.step(dx, dy, lays);
    if (this.row.bytes < this.limits.mostLayerBytes) return;
    this.isCutShort = true;
    this.isRecording = false;
  }

  private beginLayer(move: Move): void {
    this.endLayer();
    this.layerZ = move.toZ;
    this.isOpen = this.isRecording = this.layerCount % this.everyNth === 0;
    this.layerCount += 1;
    this.x = unitsOf(move.fromX);
    this.y = unitsOf(move.fromY);
    if (this.isOpen) this.row.begin(this.x, this.y);
  }

  private endLayer(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const row = this.row.end();
    this.layers.push({ number: this.layerCount, microns: Math.round(this.layerZ * 1000), row });
    this.bytes += row.length + layerOverheadBytes;
    while (this.bytes > this.limits.mostBytes && this.layers.length > 1) this.thinOut();
  }

  private thinOut(): void {
    this.everyNth *= 2;
    this.layers = this.layers.filter(({ number }) => (number - 1) % this.everyNth === 0);
    this.bytes = this.layers.reduce((sum, { row }) => sum + row.length + layerOverheadBytes, 0);
  }
}

function unitsOf(millimetres: number): number {
  const units = Math.round(millimetres * unitsPerMillimetre);
  return units > farthestUnits ? farthestUnits : units < -farthestUnits ? -farthestUnits : units;
}
