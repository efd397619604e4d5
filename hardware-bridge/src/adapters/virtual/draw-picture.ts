import { encode } from 'jpeg-js';
import type { MachineObservation } from '../printer-adapter.js';

type Colour = readonly [red: number, green: number, blue: number];

const width = 480;
const height = 360;
const quality = 80;

const wall: Colour = [214, 221, 226];
const table: Colour = [120, 128, 134];
const plate: Colour = [58, 64, 70];
const plastic: Colour = [222, 104, 48];
const nozzle: Colour = [30, 33, 36];

const plateTop = 290;
const block = { left: 190, right: 290, height: 150 };
const gantryHeight = 14;
const nozzleWidth = 10;

/** A drawing in place of a photograph: the plate, what has grown on it, and the nozzle above that. */
export function drawPicture({ run }: Pick<MachineObservation, 'run'>): Uint8Array {
  const progress = run?.progress ?? 0;
  const top = Math.round(plateTop - block.height * progress);
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y, { top, progress }), 255], (y * width + x) * 4);
  }
  return encode({ width, height, data }, quality).data;
}

function colourAt(x: number, y: number, at: { top: number; progress: number }): Colour {
  if (isNozzle(x, y, at)) return nozzle;
  if (y >= at.top && y < plateTop && x >= block.left && x < block.right) return plastic;
  if (y >= plateTop && y < plateTop + 12 && x >= 90 && x < 390) return plate;
  return y < plateTop + 12 ? wall : table;
}

/** It goes to and fro as the print grows. */
function isNozzle(x: number, y: number, { top, progress }: { top: number; progress: number }): boolean {
  const above = top - 4;
  const at = block.left + Math.round(((progress * 1000) % 100) / 100) * (block.right - block.left);
  if (y >= above - 40 && y < above - 40 + gantryHeight) return true;
  return y >= above - 40 && y < above && Math.abs(x - at) <= nozzleWidth;
}
