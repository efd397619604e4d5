import { eachLine, type Toolpath } from './read-toolpath.js';
import type { Frame } from './toolpath-frame.js';

export interface LayerColours {
  readonly plate: string;
  readonly edge: string;
  readonly below: string;
  readonly laid: string;
  readonly travel: string;
  readonly outside: string;
}

export interface LayerPicture {
  readonly path: Toolpath;
  /** Index in `path.layers`. */
  readonly index: number;
  readonly frame: Frame;
  readonly colours: LayerColours;
  readonly showsTravel: boolean;
}

/** As wide as a usual nozzle lays it. */
const lineMillimetres = 0.42;
const thinnestPixels = 1;

/** Draws one layer from above over the shadow of the one below; what lies beside the plate stands out. */
export function drawLayer(canvas: HTMLCanvasElement, picture: LayerPicture): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { path, index, frame, colours, showsTravel } = picture;
  const scale = Math.min(canvas.width / (frame.maxX - frame.minX), canvas.height / (frame.maxY - frame.minY));
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  // Millimetres from here on, the front edge of the plate below.
  const left = (canvas.width - (frame.maxX - frame.minX) * scale) / 2;
  const bottom = (canvas.height + (frame.maxY - frame.minY) * scale) / 2;
  context.setTransform(scale, 0, 0, -scale, left - frame.minX * scale, bottom + frame.minY * scale);
  const pixel = 1 / scale;
  context.lineCap = 'round';
  context.fillStyle = colours.plate;
  context.fillRect(0, 0, path.bed.x, path.bed.y);
  context.lineWidth = 2 * pixel;
  context.strokeStyle = colours.edge;
  context.strokeRect(0, 0, path.bed.x, path.bed.y);

  const below = path.layers[index - 1];
  const lineWidth = Math.max(lineMillimetres, thinnestPixels * pixel);
  if (below) stroke(context, linesOf(path, below.row).laid, colours.below, lineWidth);
  const layer = path.layers[index];
  if (!layer) return;
  const { laid, outside, travel } = linesOf(path, layer.row);
  stroke(context, laid, colours.laid, lineWidth);
  if (showsTravel) stroke(context, travel, colours.travel, thinnestPixels * pixel);
  stroke(context, outside, colours.outside, Math.max(lineWidth, 2 * pixel));
}

function stroke(context: CanvasRenderingContext2D, lines: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(lines);
}

function linesOf({ bed, millimetresPerUnit: unit }: Toolpath, row: Int16Array) {
  const lines = { laid: new Path2D(), travel: new Path2D(), outside: new Path2D() };
  let last: Path2D | null = null;
  const isOn = (x: number, y: number) => x >= 0 && y >= 0 && x <= bed.x && y <= bed.y;
  eachLine(row, (fromX, fromY, toX, toY, lays) => {
    const [x, y] = [toX * unit, toY * unit];
    const isInside = isOn(x, y) && isOn(fromX * unit, fromY * unit);
    const into: Path2D = !lays ? lines.travel : isInside ? lines.laid : lines.outside;
    if (into !== last) into.moveTo(fromX * unit, fromY * unit);
    into.lineTo(x, y);
    last = into;
  });
  return lines;
}
