import type { PNG } from 'pngjs';
import type { Extent } from './extent.js';
import { GcodeMachine, type MachineListener } from './gcode-machine.js';
import { dot, IsometricView, towardsCamera, type Vector } from './isometric-view.js';
import type { Move } from './move.js';
import { isLayerMark } from './slicers/slicer-comments.js';
import type { PrintText } from './text/print-text.js';
import { readLines } from './text/read-lines.js';
import { oversampling, TubeCanvas } from './tube-canvas.js';

const sidePixels = 320;
const marginPixels = 10;
const lineMillimetres = 0.45;
/** A line thinner than a pixel leaves holes in a large print. */
const thinnestRadiusPixels = 0.8;
/** Skirts and priming lines lie further away from the thing than this and are left out. */
const besideFrameMillimetres = 0.5;
/** From the upper left, a little in front. */
const lightFrom = unit({ x: -0.35, y: -0.55, z: 0.9 });

export interface Drawing {
  /** What the picture shows, in millimetres. */
  readonly frame: Extent;
  /** Leave out what is laid before the first comment that begins a layer. */
  readonly fromFirstLayerMark: boolean;
}

/** Draws what a print will look like from its toolpath: a second pass over the file, 320 × 320, transparent. */
export async function drawToolpath(text: PrintText, drawing: Drawing): Promise<PNG> {
  const painter = new ToolpathPainter(drawing);
  const machine = new GcodeMachine(painter);
  await readLines(
    text.read(),
    (bytes, start, end, line) => machine.readLine(bytes, start, end, line),
    (bytes, start, line) => machine.readMove(bytes, start, line),
  );
  return painter.canvas.toPng();
}

class ToolpathPainter implements MachineListener {
  readonly canvas = new TubeCanvas(sidePixels);
  private readonly view: IsometricView;
  private readonly frame: Extent;
  private readonly radius: number;
  private started: boolean;

  constructor({ frame, fromFirstLayerMark }: Drawing) {
    this.frame = frame;
    this.started = !fromFirstLayerMark;
    this.view = new IsometricView({ ...boxOf(frame), minZ: 0 }, sidePixels * oversampling, marginPixels * oversampling);
    this.radius = Math.max((this.view.pixelsPerMillimetre * lineMillimetres) / 2, thinnestRadiusPixels);
  }

  onMove(move: Move): void {
    if (!this.started || !move.lays || !this.isInFrame(move)) return;
    const { view, frame } = this;
    const { fromX, fromY, fromZ, toX, toY, toZ } = move;
    const axis = unit({ x: toX - fromX, y: toY - fromY, z: toZ - fromZ });
    const across = unit(cross(towardsCamera, axis));
    this.canvas.draw({
      fromX: view.screenX(fromX, fromY),
      fromY: view.screenY(fromX, fromY, fromZ),
      fromNear: view.nearness(fromX, fromY, fromZ),
      toX: view.screenX(toX, toY),
      toY: view.screenY(toX, toY, toZ),
      toNear: view.nearness(toX, toY, toZ),
      radius: this.radius,
      lightAcross: dot(across, lightFrom),
      lightFacing: dot(cross(axis, across), lightFrom),
      height: toZ / Math.max(frame.maxZ, lineMillimetres),
    });
  }

  onCommand(): void {}
  onNamedCommand(): void {}
  onNonsense(): void {}
  onUnreadableMove(): void {}

  onComment(text: string): void {
    if (!this.started && isLayerMark(text)) this.started = true;
  }

  private isInFrame(move: Move): boolean {
    const { frame } = this;
    const beside = besideFrameMillimetres;
    return (
      Math.min(move.fromX, move.toX) >= frame.minX - beside &&
      Math.max(move.fromX, move.toX) <= frame.maxX + beside &&
      Math.min(move.fromY, move.toY) >= frame.minY - beside &&
      Math.max(move.fromY, move.toY) <= frame.maxY + beside
    );
  }
}

function boxOf({ minX, minY, minZ, maxX, maxY, maxZ }: Extent) {
  return { minX, minY, minZ, maxX, maxY, maxZ };
}

function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(vector.x, vector.y, vector.z) || 1;
  return { x: vector.x / length, y: vector.y / length, z: vector.z / length };
}
