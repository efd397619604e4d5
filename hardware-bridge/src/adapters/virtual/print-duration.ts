import { open } from 'node:fs/promises';

const readBytes = 256 * 1024;
const bytesPerSecond = 2048;

/**
 * How long a file prints, as firmware knows it: the first `M73 P0 R<minutes>`, else the slicer's comment, else a guess
 * by the size. Only the first and last 256 kB are read; slicers write it in one of them.
 * @returns milliseconds, at least one second
 */
export async function printDurationMs(filePath: string): Promise<number> {
  const file = await open(filePath, 'r');
  try {
    const { size } = await file.stat();
    const head = await readPart(file, 0, Math.min(size, readBytes));
    const tail = size > readBytes ? await readPart(file, Math.max(readBytes, size - readBytes), readBytes) : '';
    const seconds = printSeconds(`${head}\n${tail}`) ?? size / bytesPerSecond;
    return Math.max(1000, Math.round(seconds * 1000));
  } finally {
    await file.close();
  }
}

/** The printing time that this G-code declares, in seconds; null when it declares none. */
export function printSeconds(gcode: string): number | null {
  const minutes = Number(/^M73 P0 R(\d+)/m.exec(gcode)?.[1] ?? 0);
  if (minutes > 0) return minutes * 60;
  const cura = Number(/^;TIME:(\d+)/m.exec(gcode)?.[1] ?? 0);
  if (cura > 0) return cura;
  const text = /^; estimated printing time \(normal mode\) = (.+)$/m.exec(gcode)?.[1];
  const bambu = /^; .*total estimated time: ([^;\n]+)/m.exec(gcode)?.[1];
  return durationSeconds(text ?? bambu ?? '');
}

/** Reads `1d 2h 3m 4s`, any part left out. */
function durationSeconds(text: string): number | null {
  const secondsIn: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };
  const seconds = [...text.matchAll(/(\d+)\s*([dhms])\b/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (secondsIn[unit ?? ''] ?? 0),
    0,
  );
  return seconds > 0 ? seconds : null;
}

async function readPart(file: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
